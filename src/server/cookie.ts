import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Name of the cookie that holds the session. */
const NAME = 'mingcha';

export async function readCookies(server: FastifyInstance): Promise<void> {
  await server.register(cookie);
}

export const tokenIn = (request: FastifyRequest): string | null => request.cookies[NAME] ?? null;

/** Gives the browser a session to hold, or takes it away. Scripts cannot read it, other sites do not send it along. */
export function giveToken(request: FastifyRequest, reply: FastifyReply, token: string | null): void {
  const how = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
  if (token === null) reply.clearCookie(NAME, how);
  else reply.setCookie(NAME, token, how);
}
