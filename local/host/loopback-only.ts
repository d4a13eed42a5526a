import type { MiddlewareHandler } from 'hono';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Refuses what does not come from this machine's own pages: foreign Host names (DNS rebinding), and on the control API
 * and Jira's REST other origins - the app's frame is one, and on Forge it could not reach them either.
 */
export function loopbackOnly(ownOrigin: () => string): MiddlewareHandler {
  return async (c, next) => {
    if (!LOOPBACK.test(c.req.header('host') ?? 'localhost'))
      return c.text('The local site answers on loopback only.', 403);
    const origin = c.req.header('origin');
    const guarded = c.req.path.startsWith('/local/') || c.req.path.startsWith('/rest/');
    if (
      guarded &&
      origin !== undefined &&
      origin !== ownOrigin() &&
      origin !== ownOrigin().replace('localhost', '127.0.0.1')
    ) {
      return c.json({ error: `Requests from ${origin} are refused.` }, 403);
    }
    return next();
  };
}
