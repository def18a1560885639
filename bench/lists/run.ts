import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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
import { type Asker, questionsOf } from './questions.ts';
import { countyRegister } from './register.ts';

/**
 * Server time of every list over a county of three years:
 * `node bench/lists/run.ts [--problems 100000] [--observations 1000000] [--repeat 5] [--only a,b] [--explain MS] [--keep FOLDER]`.
 * `--explain` prints the plan of every statement slower than so many ms; `--keep` fills once and asks again later.
 */
const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};
const repeat = Number(option('repeat', '5'));
const only = option('only', '').split(',').filter(Boolean);
const explainFrom = Number(option('explain', '0'));
const kept = option('keep', '');
const LIMIT_MS = 200;
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
  const lines: { name: string; status: number; first: number; median: number; least: number; kB: number }[] = [];
  for (const [i, { name, url: path, as }] of asked.entries()) {
    if (only.length > 0 && !only.some((one) => name === one || name.startsWith(`${one}?`))) continue;
    const from = existsSync(log) ? statSync(log).size : 0;
    const times: number[] = [];
    let status = 0;
    let bytes = 0;
    let refusal = '';
    for (let n = 0; n <= repeat; n += 1) {
      const began = performance.now();
      // Another caller each, so that nobody is held back for asking too much.
      const answer = await server.inject({ url: path, headers: { cookie: `mingcha=${tokens[as]}` }, remoteAddress: `10.0.${i}.${n + 1}` });
      times.push(performance.now() - began);
      [status, bytes, refusal] = [answer.statusCode, answer.rawPayload.length, answer.body.slice(0, 300)];
      if (times[0] !== undefined && times[0] > 10_000) break;
    }
    const warm = times.slice(1).toSorted((a, b) => a - b);
    const median = warm[Math.floor(warm.length / 2)] ?? (times[0] as number);
    lines.push({ name, status, first: times[0] as number, median, least: warm[0] ?? median, kB: bytes / 1024 });
    if (status !== 200) say(refusal);
    say(`${status} ${median.toFixed(0).padStart(6)} ms  ${name}`);
    if (explainFrom > 0 && existsSync(log)) process.stdout.write(readFileSync(log, 'utf8').slice(from));
  }
  const table = lines.toSorted((a, b) => b.median - a.median);
  console.log(`server time in ms, median of ${repeat} (least; first, cold), answer in kB`);
  for (const { name, status, first, median, least, kB } of table)
    console.log(
      `${median > LIMIT_MS ? '!' : ' '} ${median.toFixed(0).padStart(6)} (${least.toFixed(0)}; ${first.toFixed(0)})  ${kB.toFixed(0).padStart(5)} kB  ${status}  ${name}`,
    );
  console.log(`${table.filter(({ least }) => least > LIMIT_MS).length} of ${table.length} over ${LIMIT_MS} ms at best`);
  if (only.length === 0) console.log(`nothing filled in, not asked: ${left.join(', ')}`);
  await server.close();
  await again.close();
}
