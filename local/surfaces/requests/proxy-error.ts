/** The platform could not pass the request on: the header makes @forge/api throw ProxyRequestError or NeedsAuthenticationError. */
export function proxyError(status: number, code: string): Response {
  return new Response(JSON.stringify({ code, message: code }), {
    status,
    headers: { 'forge-proxy-error': code, 'content-type': 'application/json' },
  });
}
