import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { WORLD } from '../../tests/support/store-world.ts';
import { type App, withApp } from '../app/open.ts';
import { viewTrail } from '../app/people/trail.ts';
import { MingchaError } from '../core/error.ts';
import { writeRegister } from '../store/register.ts';
import { listTrail } from '../store/trail.ts';
import type { Command } from './command.ts';
import { commandNames, loadCommand } from './load.ts';
import { readInput } from './read-input.ts';
import { runCommand } from './run-command.ts';
import { terminalPerson } from './terminal-person.ts';

const COUNTY = WORLD.county.name;
const folder = mkdtempSync(join(tmpdir(), 'mingcha-traced-'));
const file = join(folder, '单位.csv');
let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await writeRegister(test.db, WORLD.register);
  writeFileSync(file, '单位名称,单位类别\n县档案馆,部门\n');
  for (const [name, value] of Object.entries({ MINGCHA_HOME: folder, DATABASE_URL: test.url, MINGCHA_BROWSER: 'off' }))
    vi.stubEnv(name, value);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  // A command lets go of the channel it was started through; ours is that of the tests.
  if (process.channel) vi.spyOn(process.channel, 'unref').mockReturnValue();
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await test?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ALL = { thing: null, act: null, name: null, from: null, to: null };
const trail = async () => {
  return listTrail(test.db, { ...ALL, areaIds: null, ofNoArea: true, limit: 5, offset: 0 });
};
/** What came of a command: 'ok', or the class of its error; a fault of the program is thrown on. */
async function outcomeOf(command: Command, args: readonly string[]): Promise<string> {
  try {
    await runCommand(command, readInput(command, args));
    return 'ok';
  } catch (error) {
    if (error instanceof MingchaError) return error.code;
    throw error;
  }
}

/** Calls of every command, those that look before those that change: what came of it, and whether it left a line. */
const LOOKS = 'leaves no line';
const CHANGES = 'leaves a line';
const CALLS: Readonly<Record<string, readonly (readonly [args: readonly string[], outcome: string, typeof LOOKS | typeof CHANGES])[]>> = {
  area: [
    [[], 'ok', LOOKS],
    [[COUNTY, '--json'], 'ok', LOOKS],
    [[COUNTY, '--schedule', 'on'], 'ok', CHANGES],
    [[COUNTY, '--profile', 'mars'], 'bad-input', CHANGES],
    [[COUNTY, '--schedule', 'maybe'], 'usage', LOOKS],
    [['--schedule', 'on'], 'usage', LOOKS],
  ],
  assess: [[[COUNTY, '--year', '2022'], 'ok', LOOKS]],
  audit: [[[join(folder, 'none.docx')], 'not-found', LOOKS]],
  backup: [[[join(folder, 'backup')], 'ok', LOOKS]],
  discover: [[['http://127.0.0.1:1/'], 'refused', LOOKS]],
  draw: [
    [[COUNTY], 'ok', LOOKS],
    [[COUNTY, '--kind', '单位', '--count', '1'], 'usage', LOOKS],
    [[COUNTY, '--kind', '单位', '--count', '1', '--seed', '7', '--by', '张三'], 'ok', CHANGES],
  ],
  evidence: [
    [['gc', '--dry-run'], 'ok', LOOKS],
    [['export', 'problem_x', '--out', join(folder, 'x.warc.gz')], 'not-found', LOOKS],
    [['gc'], 'ok', CHANGES],
    [['gc', 'problem_x'], 'usage', LOOKS],
    [['clear'], 'usage', LOOKS],
  ],
  extract: [[[join(folder, 'none.html'), '--url', 'http://a.gov.cn/'], 'not-found', LOOKS]],
  import: [
    [['--template', join(folder, 'empty.xlsx')], 'ok', LOOKS],
    [['--template', join(folder, 'none', 'empty.xlsx')], 'bad-input', LOOKS],
    [[file, '--area', COUNTY, '--preview'], 'ok', LOOKS],
    [[file, '--area', `青山市/${COUNTY}`], 'ok', CHANGES],
    [['--undo', 'import_x', '--area', COUNTY], 'not-found', CHANGES],
    [['--undo', 'import_x'], 'usage', LOOKS],
  ],
  key: [
    [[], 'ok', LOOKS],
    [['--renew'], 'refused', CHANGES],
  ],
  look: [[['http://127.0.0.1:1/', '--no-evidence'], 'refused', LOOKS]],
  notice: [
    [[COUNTY, '--template-fields'], 'not-found', LOOKS],
    [[COUNTY], 'usage', LOOKS],
    [[COUNTY, '--period', '2026-13'], 'bad-input', CHANGES],
    [[COUNTY, '--period', '2026-10', '--signed', '昨天'], 'usage', LOOKS],
  ],
  proof: [[['--area', '别的县', '-'], 'not-found', LOOKS]],
  reading: [
    [[COUNTY, '--test'], 'ok', LOOKS],
    [[COUNTY, '--drop', 'x'], 'not-found', CHANGES],
    [[COUNTY, '--accept', 'x'], 'usage', LOOKS],
    [[COUNTY, '--make', 'x', '--by', '张三', '--nth', '0'], 'usage', LOOKS],
  ],
  run: [
    [[COUNTY, '--rejudge'], 'not-found', LOOKS],
    [['别的县'], 'not-found', CHANGES],
    [[COUNTY, '--at', '昨天'], 'usage', LOOKS],
    [[COUNTY, '--sweep', '--confirm'], 'usage', LOOKS],
    [[COUNTY, '--sweep', '--stock'], 'usage', LOOKS],
  ],
  search: [
    [[COUNTY], 'ok', LOOKS],
    [[COUNTY, '--run'], 'not-found', CHANGES],
  ],
  user: [
    [[], 'ok', LOOKS],
    [['--reset', 'nobody'], 'not-found', CHANGES],
  ],
  // Brings up processes that work beside it, and touches nothing itself.
  worker: [],
};
/** They see to their line themselves, and are run whole: tests/stories. */
const BY_THEMSELVES = ['restore', 'start'];

describe('the terminal', () => {
  it('has no command that these tests do not know', async () => {
    expect([...Object.keys(CALLS), ...BY_THEMSELVES].sort()).toEqual(await commandNames());
    for (const name of BY_THEMSELVES) expect((await loadCommand(name)).changes({ values: {}, positionals: [] } as never)).toBe('by itself');
  });

  it.each(Object.entries(CALLS).flatMap(([name, calls]) => calls.map(([args, outcome, leaves]) => ({ name, args, outcome, leaves }))))(
    'mingcha $name $args: $outcome, $leaves',
    async ({ name, args, outcome, leaves }) => {
      const before = (await trail()).total;
      expect(await outcomeOf(await loadCommand(name), args)).toBe(outcome);
      const { rows, total } = await trail();
      expect(total - before).toBe(leaves === CHANGES ? 1 : 0);
      if (leaves === CHANGES)
        expect(rows[0]).toMatchObject({ act: `terminal/${name}`, name: `终端 ${terminalPerson(process.env)}`, userId: null, outcome });
    },
  );

  it('keeps with the line which area it was and what was typed, and calls it a command in words', async () => {
    const { id } = WORLD.county;
    const app = { db: test.db } as App;
    const { rows } = await viewTrail(app, id, { ofNoArea: false, ...ALL }, { number: 1, size: 50 }, new Map());
    const words = {
      actName: '终端命令 mingcha import',
      roleName: '',
      outcomeName: '没有找到',
      about: { importId: 'import_x' },
      areaId: id,
    };
    expect(rows.find(({ act, outcome }) => act === 'terminal/import' && outcome === 'not-found')).toMatchObject(words);
    expect(rows.find(({ act, outcome }) => act === 'terminal/import' && outcome === 'ok')).toMatchObject({
      given: JSON.stringify({ arguments: [file], area: `青山市/${COUNTY}` }),
    });
  });

  it('says of a database that takes no change why, and that nothing was done; what only looks goes on', async () => {
    const name = new URL(test.url).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(test.db);
    try {
      expect(await outcomeOf(await loadCommand('area'), [COUNTY, '--schedule', 'off'])).toBe('unavailable');
      expect(await outcomeOf(await loadCommand('restore'), [join(folder, 'backup')])).toBe('refused');
      expect(await outcomeOf(await loadCommand('area'), [COUNTY])).toBe('ok');
    } finally {
      await sql`alter database ${sql.id(name)} reset default_transaction_read_only`.execute(test.db);
    }
    vi.stubEnv('DATABASE_URL', 'postgresql://x@127.0.0.1:1/none');
    for (const args of [['user'], ['restore', join(folder, 'backup')]] as const)
      expect(await outcomeOf(await loadCommand(args[0]), args.slice(1))).toBe('unavailable');
    vi.stubEnv('DATABASE_URL', test.url);
  });

  it('names an option that was left without its value', async () => {
    const start = await loadCommand('start');
    for (const args of [['--sample'], ['--sample', '--once']]) expect(() => readInput(start, args)).toThrow('选项 --sample 后面没有写示例');
  });

  it('cannot change anything by a command that says it only looks', async () => {
    const liar: Command = {
      ...(await loadCommand('user')),
      changes: () => null,
      run: ({ config }) =>
        withApp(config, async ({ db }) => {
          await db.deleteFrom('unit').execute();
          return 0;
        }),
    };
    await expect(runCommand(liar, readInput(liar, []))).rejects.toMatchObject({ code: '25006' });
  });
});
