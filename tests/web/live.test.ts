import { afterAll, beforeAll, expect, it } from 'vitest';
import { traced } from '../../src/server/traced.ts';
import { writeRegister } from '../../src/store/register.ts';
import { changeUser } from '../../src/store/users.ts';
import { WORLD } from '../support/store-world.ts';
import { type Served, serveApp } from './serve.ts';

const AREA = WORLD.county.id;
let served: Served;
beforeAll(async () => {
  served = await serveApp(null);
  await writeRegister(served.app.db, WORLD.register);
});
afterAll(() => served?.stop());

it('tells an open page of a change within seconds, and nobody of an area that is not theirs', async () => {
  const who = await served.as({ name: '甲', areaId: AREA });
  const response = await who.fetch(`/api/areas/${AREA}/live`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader() as {
    read(): Promise<{ value: string }>;
    cancel(): Promise<void>;
  };
  const first = (await reader.read()).value;
  expect(first).toContain('"changes":0');
  const caller = { userId: '', name: '乙', role: 'office', areaId: AREA, door: { address: '', agent: '' } } as never;
  await traced(served.app, { id: 'notice-issue' }, caller, { areaId: AREA }, async () => null);
  const next = (await reader.read()).value;
  expect(JSON.parse(next.replace(/^data: /, '')).changes).toBeGreaterThan(0);
  await reader.cancel();
  const elsewhere = await served.as({ name: '丙', areaId: AREA });
  expect((await elsewhere.fetch('/api/areas/area_none/live')).status).toBe(403);
  expect((await fetch(`${served.url}/api/areas/${AREA}/live`)).status).toBe(401);
});

it('falls silent for who is disabled meanwhile', async () => {
  const who = await served.as({ name: '丁', areaId: AREA });
  const response = await who.fetch(`/api/areas/${AREA}/live`);
  await changeUser(served.app.db, who.user.id, { disabledAt: served.app.now() });
  const said = await response.text();
  expect(said.match(/^data: /gm)).toHaveLength(1);
});
