import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app/open.ts';
import type { Caller } from '../app/people/caller.ts';
import { holdToClosedList } from '../app/people/closed-list.ts';
import { MingchaError } from '../core/error.ts';
import { IN_CHINESE } from '../core/shape-words.ts';
import { bodyOf, checkLetters } from './bodies.ts';
import { giveToken } from './cookie.ts';
import { callerOf, checkPlace } from './guard.ts';
import { type FileAnswer, WithSession } from './handler.ts';
import type { Route } from './load-routes.ts';
import { refusedInput, withNames } from './refused-input.ts';
import { sendFile } from './send-file.ts';
import { traced } from './traced.ts';

/** Tries of a minute from one address at what anybody may hand in: signing in. */
const TRIES = { rateLimit: { max: 30, timeWindow: '1 minute' } };

/** Puts an endpoint on the server: who calls, what is asked, what is answered, and the trail it leaves. */
export function mount(server: FastifyInstance, app: App, route: Route): void {
  const { endpoint } = route;
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.file ? { bodyLimit: endpoint.file.maxBytes } : {}),
    ...(endpoint.who === 'anyone' && endpoint.method === 'POST' ? { config: TRIES } : {}),
    // Before the body is read: who may not call, or not here, sends us nothing.
    onRequest: async (request) => {
      request.caller = await callerOf(app, request, endpoint);
      await checkPlace(app, request.caller, endpoint.who, request.params as Record<string, unknown>);
    },
    handler: (request, reply) =>
      answerTo(app, route, request, reply).catch((error: unknown) => {
        throw error instanceof MingchaError ? withNames(route, error) : error;
      }),
  });
}

async function answerTo(app: App, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { endpoint } = route;
  const caller = request.caller as Caller;
  const { json, file } = bodyOf(request, endpoint);
  const asked = { ...json, ...(request.query as object), ...(request.params as object) };
  checkLetters(asked);
  const parsed = endpoint.input.safeParse(asked, IN_CHINESE);
  if (!parsed.success) throw refusedInput(route, parsed.error);
  const input = parsed.data;
  const work = async () => {
    await checkPlace(app, caller, endpoint.who, input);
    const held = typeof endpoint.who === 'string' ? caller : await holdToClosedList(app, caller, endpoint.grave, input);
    return route.handle(app, input, file, held);
  };
  // Looking leaves no trail.
  const answer = endpoint.method === 'GET' ? await work() : await traced(app, route, caller, input, work);
  if (answer instanceof WithSession) giveToken(request, reply, answer.token);
  const told = answer instanceof WithSession ? answer.answer : answer;
  if (endpoint.output === 'bytes') return sendFile(reply, told as FileAnswer);
  // Only what the contract names leaves the house.
  return endpoint.output.parse(told);
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}
