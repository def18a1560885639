import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWeb } from '../../scripts/build-web.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { runTypeScript } from '../support/run-typescript.ts';

let database: TestDatabase;
beforeAll(async () => {
  await buildWeb();
  database = await testDatabase();
});
afterAll(() => database?.drop());

/** Starts the process as the supervisor does and waits for its one line. */
async function start(): Promise<{ child: ChildProcess; url: string }> {
  const [command, args] = runTypeScript('src/server/http-main.ts');
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, DATABASE_URL: database.url, MINGCHA_PORT: '0' },
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
});
