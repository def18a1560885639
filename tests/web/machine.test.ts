import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRoutes } from '../../src/server/load-routes.ts';
import { type Served, serveApp } from './serve.ts';
import { seedWorld, type World } from './world.ts';

interface Client {
  problems(input: object): Promise<{ total: number; rows: readonly { id: string }[] }>;
  problem(input: object): Promise<{ row: { id: string } }>;
  rawFindingAdd(input: object): Promise<{ problemId: string }>;
  rawFindings(input: object): Promise<{ rows: readonly { id: string }[] }>;
}
let served: Served;
let world: World;
let folder: string;
let Client: new (address: string, token: string) => Client;
beforeAll(async () => {
  served = await serveApp(null);
  world = await seedWorld(served.app.db, served.app.blobs, { problems: 12 });
  folder = mkdtempSync(join(tmpdir(), 'mingcha-client-'));
  const source = await (await fetch(`${served.url}/api/client.ts`)).text();
  // Parameter properties are no matter of erasing types: what runs here is what a builder of the other system makes of it.
  const { transformWithOxc } = await import('vite');
  writeFileSync(join(folder, 'client.mjs'), (await transformWithOxc(source, 'client.ts')).code);
  Client = ((await import(join(folder, 'client.mjs'))) as { MingchaClient: typeof Client }).MingchaClient;
});
afterAll(async () => {
  await served?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function token(rights: readonly string[], expiresOn: string | null = null): Promise<string> {
  const admin = await served.as({ name: '管理员', administers: true });
  const response = await admin.fetch(`/api/areas/${world.areaId}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: '上级平台', rights, expiresOn }),
  });
  return ((await response.json()) as { token: string }).token;
}

describe('a machine token', () => {
  it('reads the ledger through the client made from the contract', async () => {
    const client = new Client(served.url, await token(['read']));
    const { total, rows } = await client.problems({ areaId: world.areaId, size: 5 });
    // Of twelve one was not accepted.
    expect([total, rows.length]).toEqual([11, 5]);
    const { row } = await client.problem({ areaId: world.areaId, problemId: rows[0]?.id });
    expect(row.id).toBe(rows[0]?.id);
  });

  it('is not given out for a day that is over, and is for today', async () => {
    expect(await token(['read'], '2022-12-26')).toBeUndefined();
    expect(await token(['read'], '2022-12-27')).toMatch(/^mct_/);
  });

  it('posts raw findings, which wait for a person and are no problems yet, and sees only its own', async () => {
    const client = new Client(served.url, await token(['post-findings']));
    const [unit] = world.register.units;
    const found = {
      category: 'column_overdue',
      url: 'http://127.0.0.1:18080/',
      foundOn: '2023-01-09',
      text: '“政策解读”栏目超过半年未更新',
    };
    const before = served.app.now;
    served.app.now = () => '2023-01-10T02:00:00.000Z';
    const { problemId: id } = await client.rawFindingAdd({ areaId: world.areaId, unitId: unit?.id, ...found });
    served.app.now = before;
    const { rows } = await client.rawFindings({ areaId: world.areaId });
    expect(rows.map((row) => row.id)).toEqual([id]);
    const reader = new Client(served.url, await token(['read']));
    await expect(reader.problem({ areaId: world.areaId, problemId: id })).rejects.toThrow('台账中没有这个问题');
    expect((await new Client(served.url, await token(['post-findings'])).rawFindings({ areaId: world.areaId })).rows).toEqual([]);
  });

  it('opens nothing else, no other area, and nothing once it is taken back or over', async () => {
    const read = await token(['read']);
    const ask = async (path: string, key: string, method = 'GET') =>
      (await fetch(`${served.url}/api/areas/${path}`, { method, headers: { authorization: `Bearer ${key}` } })).status;
    const own = `${world.areaId}/problems`;
    expect(await ask(own, read)).toBe(200);
    expect(await ask('area_other/problems', read)).toBe(403);
    const routes = await loadRoutes();
    for (const right of ['read', 'post-findings'] as const) {
      const key = right === 'read' ? read : await token([right]);
      for (const { id, endpoint } of routes.filter(({ endpoint }) => endpoint.machine !== right && endpoint.who !== 'anyone')) {
        const path = endpoint.path.replace(':areaId', world.areaId).replace(/:\w+/g, 'x');
        const response = await fetch(`${served.url}${path}`, { method: endpoint.method, headers: { authorization: `Bearer ${key}` } });
        expect([right, id, response.status]).toEqual([right, id, 403]);
      }
    }
    const elsewhere = await ask('area_other/raw-findings', await token(['post-findings']), 'POST');
    expect(elsewhere, 'nor does it enter anything elsewhere').toBe(403);
    expect(await ask(`${world.areaId}/live`, await token(['post-findings'])), 'nor follow what others do').toBe(403);
    expect(await ask(own, 'mct_made-up')).toBe(401);
    expect(await ask(own, await token(['post-findings']))).toBe(403);
    const lastDay = await token(['read'], '2022-12-27');
    expect(await ask(own, lastDay), 'its last day').toBe(200);
    const { now } = served.app;
    served.app.now = () => '2022-12-27T16:00:00.000Z';
    expect(await ask(own, lastDay), 'its last day is over').toBe(401);
    served.app.now = now;
    const admin = await served.as({ name: '管理员', administers: true });
    const { rows } = (await (await admin.fetch(`/api/areas/${world.areaId}/tokens`)).json()) as { rows: { id: string }[] };
    for (const { id } of rows) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
      await admin.fetch(`/api/areas/${world.areaId}/tokens/${id}/revoke`, init);
    }
    expect(await ask(own, read)).toBe(401);
  });
});

describe('the OpenAPI document', () => {
  it('tells of every endpoint who may call it, and which a machine may', async () => {
    const { paths } = (await (await fetch(`${served.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { security: object[]; 'x-who': unknown; 'x-machine-right'?: string }>>;
    };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBe((await loadRoutes()).length);
    expect(operations.every((one) => one['x-who'] !== undefined)).toBe(true);
    expect(paths['/api/areas/{areaId}/problems']?.get).toMatchObject({
      'x-machine-right': 'read',
      security: [{ session: [] }, { machine: [] }],
    });
    expect(paths['/api/sign-in']?.post?.security).toEqual([]);
  });
});
