import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { signInAs } from '../support/people.ts';
import { runTypeScript } from '../support/run-typescript.ts';

let database: TestDatabase;
const home = mkdtempSync(join(tmpdir(), 'mingcha-http-'));
beforeAll(async () => {
  await buildWeb();
  database = await testDatabase();
});
afterAll(async () => {
  await database?.drop();
  rmSync(home, { recursive: true, force: true });
});

/** Starts the process as the supervisor does and waits for its one line. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const [command, args] = runTypeScript('src/server/http-main.ts');
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: database.url, MINGCHA_HOME: home, MINGCHA_PORT: '0' },
  });
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  const { ready, url } = JSON.parse(line) as { ready: boolean; url: string };
  expect(ready).toBe(true);
  return { child, url };
}

describe('the HTTP process', () => {
  it('says where it listens, serves the page with a policy of its own, and ends cleanly when told', async () => {
    const { child, url } = await start();
    expect(await (await fetch(`${url}api/health`)).json()).toMatchObject({ ok: true });
    const page = await fetch(`${url}areas/x/overview`);
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const html = await page.text();
    expect(policy).toContain("script-src 'self';");
    expect(html).toContain(`content="${nonce}"`);
    expect(html).not.toContain('__NONCE__');
    const script = /src="(\/assets\/[^"]+)"/.exec(html)?.[1];
    const asset = await fetch(new URL(script as string, url));
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-encoding')).toBe('gzip');
    expect((await fetch(`${url}assets/..%2f..%2f..%2fpackage.json`)).status).not.toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends by itself when its parent is gone', async () => {
    const { child } = await start();
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('killed in the middle of a change leaves the line of it in the trail (S06)', async () => {
    const { db } = database;
    const { child, url } = await start();
    const now = (): string => new Date().toISOString();
    const admin = await signInAs({ db, now } as never, url, { administers: true });
    const line = () => db.selectFrom('trail').select(['act', 'name', 'outcome']).where('act', '=', 'user-add').execute();
    await db.transaction().execute(async (trx) => {
      await sql`lock table app_user in share mode`.execute(trx);
      const body = JSON.stringify({ login: 'half', name: '半途', role: 'reader', homeAreaId: null });
      const asked = admin.fetch('/api/users', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
      await expect.poll(line).toHaveLength(1);
      child.kill('SIGKILL');
      await Promise.all([asked, once(child, 'exit')]);
    });
    expect(await line()).toEqual([{ act: 'user-add', name: '王敏', outcome: 'begun' }]);
    expect(await db.selectFrom('trailOutcome').selectAll().execute()).toEqual([]);
  });
});
