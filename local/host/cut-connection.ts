import type { Context } from 'hono';

/** Ends the connection without an answer: what a page without network sees. */
export function cutConnection(c: Context): Response {
  const bindings = c.env as { outgoing?: { destroy(): void } } | undefined;
  bindings?.outgoing?.destroy();
  return new Response(null, { status: 503 });
}
