import type { Context } from 'hono';

/** Ends the connection without an answer, as a browser without network sees it (adversary `offline`). */
export function cutWhenOffline(c: Context): Response {
  const bindings = c.env as { outgoing?: { destroy(): void } } | undefined;
  bindings?.outgoing?.destroy();
  // Only in-process callers without a socket ever read this.
  return c.text('', 503);
}
