import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { App } from '../app/open.ts';
import { bodyOf, readBodies } from './bodies.ts';
import { answerErrors, noSuchAddress } from './errors.ts';
import type { FileAnswer } from './handler.ts';
import { loadRoutes, type Route } from './load-routes.ts';
import { openApi } from './openapi.ts';
import { servePages } from './pages.ts';
import { servePublic } from './public-pages.ts';
import { setSecurityHeaders } from './security.ts';
import { sendFile } from './send-file.ts';

/** A long draft with the names of a whole city in it is some 300 KB. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const IN_CHINESE = { error: z.locales.zhCN().localeError };

/** The HTTP server over an open app, not listening yet. `pages` = folder of the built web pages; null serves the API alone. */
export async function buildServer(app: App, pages: string | null): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: 200, caseSensitive: true },
    forceCloseConnections: true,
  });
  setSecurityHeaders(server);
  answerErrors(server);
  readBodies(server);
  const routes = await loadRoutes();
  for (const route of routes) mount(server, app, route);
  servePublic(server, app);
  const document = openApi(routes);
  server.get('/api/openapi.json', () => document);
  if (pages) await servePages(server, pages);
  else server.setNotFoundHandler(noSuchAddress);
  return server;
}

function mount(server: FastifyInstance, app: App, { endpoint, handle }: Route): void {
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.file ? { bodyLimit: endpoint.file.maxBytes } : {}),
    handler: async (request, reply) => {
      const { json, file } = bodyOf(request, endpoint);
      const input = endpoint.input.parse({ ...json, ...(request.query as object), ...(request.params as object) }, IN_CHINESE);
      const answer = await handle(app, input, file);
      if (endpoint.output === 'bytes') return sendFile(reply, answer as FileAnswer);
      reply.header('cache-control', 'private, no-cache');
      // Only what the contract names leaves the house.
      return endpoint.output.parse(answer);
    },
  });
}
