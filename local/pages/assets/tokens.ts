import { createRequire } from 'node:module';

const requireHere = createRequire(__filename);

export type ColorMode = 'light' | 'dark';

function artifact(name: string): string {
  const { default: css } = requireHere(`@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${name}`) as {
    default: string;
  };
  return css;
}

/** What a Custom UI frame links after `view.theme.enable()`: Atlassian's colours of one mode, as Forge's CDN serves them. */
export function frameTokens(mode: ColorMode): string {
  return artifact(mode);
}

/** All tokens Jira's own pages use: both colour modes, spacing, typography, shape. */
export function pageTokens(): string {
  return ['light', 'dark', 'spacing', 'typography', 'shape'].map(artifact).join('\n');
}
