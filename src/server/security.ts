import type { FastifyInstance } from 'fastify';

/** Nothing from elsewhere, no inline script, styles only with this answer's nonce, no framing by others. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Policy of the page itself; the nonce is written into it as well. */
export const pagePolicy = policy;

/** Shown text of others (previews, kept bytes): no script, no form, no address of its own, only inside our own pages. */
export const FOREIGN_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'";

/** Headers of every answer; a route may set a narrower policy of its own first. */
export function setSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('cross-origin-resource-policy', 'same-origin');
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    // Said only over https, whatever the proxy in front says besides: by then it can be kept.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    // Nothing of the offices stays on a shared machine; who serves what may stay says so first.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
}
