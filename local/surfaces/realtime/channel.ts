/** Where a publish or subscription comes from: the module and its product context (`context.extension`). */
export interface ChannelContext {
  moduleKey: string;
  extension: Record<string, unknown>;
}

export interface ChannelAddress {
  name: string;
  isGlobal: boolean;
  /** Properties of the extension that must be equal, instead of module and whole context. */
  contextOverrides?: string[];
  /** Absent: an invocation without a page, which may only use global channels. */
  context?: ChannelContext;
  /** Claims of the token, undefined without one. */
  claims?: unknown;
}

/** JSON with sorted keys, so that deep-equal values have equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, child]) => `${JSON.stringify(key)}:${canonical(child)}`)
    .join(',')}}`;
}

const PRODUCT_PARTS = ['project', 'issue', 'board'] as const;

function identity(extension: Record<string, unknown>, part: string): unknown {
  const value = extension[part] as { id?: unknown } | undefined;
  return value?.id ?? null;
}

/**
 * One text per place where messages meet: name, scope and claims must be equal on both sides.
 * https://developer.atlassian.com/platform/forge/realtime/authorizing-realtime-channels/
 */
export function channelKey({ name, isGlobal, contextOverrides, context, claims }: ChannelAddress): string {
  const tokenPart = claims === undefined ? null : canonical(claims);
  if (isGlobal || !context || contextOverrides?.length === 0) return canonical(['global', name, tokenPart]);
  const parts = contextOverrides ?? PRODUCT_PARTS;
  const scope = Object.fromEntries(parts.map((part) => [part, identity(context.extension, part)]));
  return canonical([contextOverrides ? 'overridden' : context.moduleKey, scope, name, tokenPart]);
}
