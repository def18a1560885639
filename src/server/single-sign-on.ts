import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { App } from '../app/open.ts';
import { comeBackFromSignOn, leaveForSignOn } from '../app/people/single-sign-on.ts';
import { MingchaError } from '../core/error.ts';
import { giveToken } from './cookie.ts';

const PATH = '/api/single-sign-on';
const COOKIE = 'mingcha-sign-on';
const MINUTES = 10;
/** Read by the page of the door. */
const REFUSED = 'mingcha-refused';
const REFUSED_SECONDS = 60;
const kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** The two steps of a single sign-on: browser addresses, no endpoints of the contract. */
export function serveSingleSignOn(server: FastifyInstance, app: App): void {
  server.get(PATH, async (request, reply) => {
    const { address, kept: keep } = await leaveForSignOn(app);
    reply.setCookie(COOKIE, Buffer.from(JSON.stringify(keep)).toString('base64url'), {
      ...{ path: PATH, httpOnly: true, sameSite: 'lax', maxAge: MINUTES * 60, secure: request.protocol === 'https' },
    });
    return reply.redirect(address);
  });
  server.get(`${PATH}/back`, async (request, reply) => {
    const held = readKept(request.cookies[COOKIE]);
    reply.clearCookie(COOKIE, { path: PATH });
    try {
      if (!held) throw new MingchaError('not-signed-in', '这次登录已经过期。', '请从登录页重新进入统一身份认证。');
      const query = request.url.slice(request.url.indexOf('?'));
      giveToken(
        request,
        reply,
        await comeBackFromSignOn(app, query, held, { address: request.ip, agent: request.headers['user-agent'] ?? '' }),
      );
      return reply.redirect('/');
    } catch (error) {
      if (!(error instanceof MingchaError)) throw error;
      // The browser stands at an address of ours, not in a page: the words wait for the page that shows them. Not in its address, which
      // anybody could fill with words of their own.
      const how = { path: '/sign-in', sameSite: 'lax', maxAge: REFUSED_SECONDS, secure: request.protocol === 'https' } as const;
      reply.setCookie(REFUSED, `${error.message}${error.next}`, how);
      return reply.redirect('/sign-in');
    }
  });
}

function readKept(text: string | undefined): z.output<typeof kept> | null {
  try {
    return kept.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
