import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app/open.ts';
import { readBodies } from './bodies.ts';
import { clientSource } from './client-source.ts';
import { readCookies } from './cookie.ts';
import { answerErrors, noSuchAddress } from './errors.ts';
import { watchHeads } from './late-heads.ts';
import { serveLive } from './live.ts';
import { loadRoutes } from './load-routes.ts';
import { mount } from './mount.ts';
import { openApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { servePublic } from './public-pages.ts';
import { setSecurityHeaders } from './security.ts';
import { serveSingleSignOn } from './single-sign-on.ts';
import { PACE, type Pace, watchBodies } from './slow-bodies.ts';

/** A long draft with the names of a whole city in it is some 300 KB. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Calls of a minute from one address; a page asks for some ten. */
const CALLS = { max: 3_000, timeWindow: '1 minute' };

/** The HTTP server over an open app, not listening yet. `pages` = folder of the built web pages; null serves the API alone. */
export async function buildServer(app: App, pages: string | null, pace: Pace = PACE): Promise<FastifyInstance> {
  const heads = watchHeads(pace.headMs);
  const server = Fastify({
    clientErrorHandler: (error, socket) => heads.refuse(error, socket),
    bodyLimit: BODY_LIMIT_BYTES,
    // One time for all would cut off a scan on a slow line: `watchBodies` asks how fast it comes.
    requestTimeout: 0,
    http: { headersTimeout: pace.headMs, connectionsCheckingInterval: pace.headMs / 4 },
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    forceCloseConnections: true,
    trustProxy: app.config.proxies?.length ? [...app.config.proxies] : false,
  });
  server.decorateRequest('caller', null);
  heads.listen(server.server);
  watchBodies(server, pace);
  await readCookies(server);
  await server.register(rateLimit, CALLS);
  setSecurityHeaders(server);
  answerErrors(server);
  readBodies(server);
  const routes = await loadRoutes();
  for (const route of routes) mount(server, app, route);
  servePublic(server, app);
  serveSingleSignOn(server, app);
  serveLive(server, app);
  const document = openApi(routes);
  server.get('/api/openapi.json', () => document);
  const client = clientSource(routes);
  server.get('/api/client.ts', (_request, reply) => reply.type('text/plain; charset=utf-8').send(client));
  if (pages) await servePages(server, pages);
  else server.setNotFoundHandler(noSuchAddress);
  return server;
}
