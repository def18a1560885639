import type { FastifyInstance } from 'fastify';
import type { App } from '../app/open.ts';
import { viewPulse } from '../app/views/pulse.ts';
import { pulse } from '../contract/endpoints/pulse.ts';
import { MingchaError } from '../core/error.ts';
import { callerOf, checkPlace } from './guard.ts';

const EVERY_MS = 2_000;
/** A proxy closes a line on which nothing comes; a comment keeps it open. */
const SIGN_OF_LIFE_MS = 20_000;
/** A line that nobody listens to any more ends at last; a browser asks again by itself. */
const LONGEST_MS = 5 * 60_000;

/** 实时进度: the pulse of an area as server-sent events, one whenever it changes. */
export function serveLive(server: FastifyInstance, app: App): void {
  server.get<{ Params: { areaId: string } }>('/api/areas/:areaId/live', async (request, reply) => {
    const { areaId } = request.params;
    const letIn = async (): Promise<void> => checkPlace(app, await callerOf(app, request, pulse), pulse.who, request.params);
    await letIn();
    // Before the headers leave: an area that is not there is an error like any other.
    let last = JSON.stringify(await viewPulse(app, areaId));
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    const say = (text: string): void => void raw.write(text);
    say(`retry: 3000\ndata: ${last}\n\n`);
    let busy = false;
    const look = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      // Who was disabled or signed out meanwhile hears no more.
      const held = await letIn().then(
        () => true,
        (error: unknown) => !(error instanceof MingchaError),
      );
      if (!held) return void raw.end();
      // A look that fails is tried at the next beat; the line stays open.
      const now = await viewPulse(app, areaId).then(JSON.stringify, () => last);
      busy = false;
      if (now !== last && !raw.writableEnded) say(`data: ${now}\n\n`);
      last = now;
    };
    const timers = [setInterval(look, EVERY_MS), setInterval(() => say(': -\n\n'), SIGN_OF_LIFE_MS)];
    const end = setTimeout(() => raw.end(), LONGEST_MS);
    raw.on('close', () => {
      for (const timer of timers) clearInterval(timer);
      clearTimeout(end);
    });
  });
}
