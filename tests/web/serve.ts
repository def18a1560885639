import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import type { App } from '../../src/app/open.ts';
import type { Instant } from '../../src/core/date.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { buildServer } from '../../src/server/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type Person, type SignedIn, signInAs } from '../support/people.ts';

const NOW: Instant = '2022-12-27T02:00:00.000Z';

/** A real server on a real database, at a fixed moment. */
export interface Served {
  url: string;
  app: App;
  /** Somebody signed in: one of the office of every area unless told otherwise. */
  as(person?: Person): Promise<SignedIn>;
  /** Hands JSON in as the person of the office `by` names (王敏 where it names nobody); the name itself is not sent. */
  post(address: string, body: object): Promise<Response>;
  stop(): Promise<void>;
}

export async function serveApp(pages: string | null): Promise<Served> {
  const database: TestDatabase = await testDatabase();
  const home = mkdtempSync(join(tmpdir(), 'mingcha-web-'));
  const app: App = {
    db: database.db,
    databaseUrl: database.url,
    blobs: folderStore(join(home, 'evidence')),
    config: readConfig({ MINGCHA_HOME: home }, home),
    now: () => NOW,
    close: async () => {},
  };
  const server = await buildServer(app, pages);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return {
    url,
    app,
    as: (person = {}) => signInAs(app, url, person),
    async post(address, body) {
      const { by, role: _role, ...sent } = body as { by?: string; role?: string };
      const who = await signInAs(app, url, by === undefined ? {} : { name: by });
      return who.fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) });
    },
    async stop() {
      await server.close();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
