import { themeAttribute, type ThemeState } from './theme-state';

const LINK_ID = 'forge-theme';

/**
 * Does in the frame what Forge does after `view.theme.enable()`: the two attributes on <html> and a link to the tokens
 * of that mode. The old sheet goes only once the new one is there, so that nothing flashes.
 */
export function applyTheme(theme: ThemeState): void {
  const root = document.documentElement;
  const old = document.getElementById(LINK_ID);
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/__forge/atlaskit-tokens_${theme.colorMode}.css`;
  link.addEventListener('load', () => old?.remove());
  old?.removeAttribute('id');
  link.id = LINK_ID;
  document.head.append(link);
  root.dataset['colorMode'] = theme.colorMode;
  root.dataset['theme'] = themeAttribute(theme);
}
