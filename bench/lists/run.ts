import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readConfig } from '../../src/app/config.ts';
import type { App } from '../../src/app/open.ts';
import { instantOf } from '../../src/core/date.ts';
import { folderStore } from '../../src/evidence/folder-store.ts';
import { buildServer } from '../../src/server/app.ts';
import { loadRoutes } from '../../src/server/load-routes.ts';
import { openDatabase } from '../../src/store/database.ts';
import { signInAs } from '../../tests/support/people.ts';
import { type Filled, fill, TODAY } from './fill.ts';
import { fillOffices } from './fill-offices.ts';
import { type Line, measure } from './measure.ts';
import { type Asker, questionsOf } from './questions.ts';
import { countyRegister } from './register.ts';
import { markdownOf } from './table.ts';

/**
 * Server time of every list over a county of three years:
 * `node bench/lists/run.ts [--problems 100000] [--observations 1000000] [--repeat 5] [--only a,b] [--explain MS] [--keep FOLDER] [--save FOLDER]`.
 * The table on standard output is markdown. `--explain` prints the plan of every statement slower than so many ms; `--keep` fills once
 * and asks again later; `--save` keeps every answer, to be compared with those after a change.
 */
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const repeat = Number(option('repeat', '5'));
const only = option('only', '').split(',').filter(Boolean);
const explainFrom = Number(option('explain', '0'));
const kept = option('keep', '');
const save = option('save', '');
const say = (text: string): void => void process.stderr.write(`${text}\n`);

const home = kept || mkdtempSync(join(tmpdir(), 'mingcha-bench-lists-'));
chmodSync(home, 0o755); // the database's own account must get in when root runs this
const database = await openDatabase({ home });
const { db, url } = database;
try {
  const register = countyRegister();
  const areaId = register.areas[0]?.id as string;
  const { rows } = await sql<{ filled: boolean }>`select exists (select from trail where area_id = ${areaId}) as filled`.execute(db);
  const filled: Filled = rows[0]?.filled
    ? { areaId, register, periodId: '2026-10' }
    : await fill(db, { problems: Number(option('problems', '100000')), observations: Number(option('observations', '1000000')) }, say);
  if (explainFrom > 0) await explainSlow(explainFrom);
  await ask(filled);
} finally {
  await database.close();
  if (!kept) rmSync(home, { recursive: true, force: true });
}

/** Has the server write the plan of every slow statement into its log. */
async function explainSlow(ms: number): Promise<void> {
  const name = sql.id(url.replace(/^.*\/([^/?]+)(?:\?.*)?$/, '$1'));
  for (const [key, value] of [
    ['session_preload_libraries', 'auto_explain'],
    ['auto_explain.log_min_duration', `${ms}ms`],
    ['auto_explain.log_analyze', 'on'],
    ['auto_explain.log_buffers', 'on'],
  ] as const)
    await sql`alter database ${name} set ${sql.raw(key)} = ${sql.lit(value)}`.execute(db);
}

async function ask(filled: Filled): Promise<void> {
  const config = readConfig({ MINGCHA_HOME: home }, home);
  // Fresh connections, so that they read what was set for the database.
  const again = await openDatabase({ home, queryLimitMs: 60_000 });
  const app: App = {
    db: again.db,
    databaseUrl: url,
    blobs: folderStore(join(home, 'evidence')),
    config,
    now: () => instantOf(TODAY, '10:00'),
    close: async () => {},
  };
  const server = await buildServer(app, null);
  const signIn = (person: Parameters<typeof signInAs>[2]) => signInAs(app, 'http://127.0.0.1', { areaId: filled.areaId, ...person });
  const people = {
    clerk: await signIn({ name: '陈静', administers: true }),
    thirdParty: await signIn({ role: 'third_party', name: '李工' }),
  };
  const tokens: Readonly<Record<Asker, string>> = { clerk: people.clerk.token, thirdParty: people.thirdParty.token };
  const offices = await fillOffices(db, filled.areaId, { clerk: people.clerk.user, thirdParty: people.thirdParty.user });
  const { asked, left } = questionsOf(await loadRoutes(), filled, offices);
  const log = join(home, 'postgres', 'server.log');
  const lines: Line[] = [];
  if (save) mkdirSync(save, { recursive: true });
  for (const [place, { name, url: path, as }] of asked.entries()) {
    if (only.length > 0 && !only.some((one) => name === one || name.startsWith(`${one}?`))) continue;
    const from = existsSync(log) ? statSync(log).size : 0;
    const line = await measure(server, { name, url: path, token: tokens[as], repeat, place });
    lines.push(line);
    say(`${line.status} ${line.median.toFixed(0).padStart(6)} ms  ${name}${line.status === 200 ? '' : `  ${line.body.slice(0, 300)}`}`);
    if (save) writeFileSync(join(save, `${name.replace(/[^\w.=&-]+/g, '_')}.json`), line.body);
    if (explainFrom > 0 && existsSync(log)) process.stdout.write(readFileSync(log, 'utf8').slice(from));
  }
  console.log(markdownOf(lines, only.length > 0 ? [] : left, repeat));
  await server.close();
  await again.close();
}
