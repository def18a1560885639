import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillAssessment } from '../../../tests/support/assessment-rows.ts';
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { fillDesk } from '../../../tests/support/desk-rows.ts';
import { fillFilings } from '../../../tests/support/filing-rows.ts';
import { fillInspect } from '../../../tests/support/inspect-rows.ts';
import { fillMessages } from '../../../tests/support/message-rows.ts';
import { fillPeople } from '../../../tests/support/people-rows.ts';
import { fillPrompts } from '../../../tests/support/prompt-rows.ts';
import { fillRectify } from '../../../tests/support/rectify-rows.ts';
import { event, homeFact, observation, problem, SNAPSHOT, WORLD } from '../../../tests/support/store-world.ts';
import { fillWording } from '../../../tests/support/wording-rows.ts';
import { fillWorkshop } from '../../../tests/support/workshop-rows.ts';
import { rowFrontier } from '../../collect/frontier/row-frontier.ts';
import { sha256 } from '../../core/id.ts';
import { parsePeriod } from '../../core/period.ts';
import { findBlob } from '../../evidence/blob-files.ts';
import { folderStore, neededBy, readBlob } from '../../evidence/folder-store.ts';
import { draw } from '../../ledger/draw.ts';
import { learnAccountKeys } from '../account-keys.ts';
import { appendDirectoryChange } from '../directory.ts';
import { insertDraw } from '../draws.ts';
import { addDecision, noteHosts } from '../external-hosts.ts';
import { insertFacts } from '../facts.ts';
import { keepMappings, recordImport } from '../imports.ts';
import { insertJudgement } from '../judgements.ts';
import { appliedMigrations, readMigrations } from '../migrate.ts';
import { insertNotice, insertNoticeFiles } from '../notices.ts';
import { upsertOfficeRecords } from '../office-records.ts';
import { writeOpened, writeTraces } from '../page-memory.ts';
import { putPeriod, replaceVerdicts } from '../periods.ts';
import { upsertPosts, vouchFresh } from '../posts.ts';
import { recordSeenPosts } from '../posts-seen.ts';
import { appendEvents } from '../problem-events.ts';
import { acceptLook, putReadingRule } from '../reading-rules.ts';
import { writeRegister } from '../register.ts';
import { createRun } from '../runs.ts';
import { keptAddresses, writeAddresses } from '../scan-addresses.ts';
import { addNotes } from '../scan-notes.ts';
import type { Db } from '../schema.ts';
import { replaceSearchQueries } from '../search-queries.ts';
import { putSetting } from '../settings.ts';
import { claimTarget, saveProgress } from '../targets.ts';
import { beginTrail } from '../trail.ts';
import { upsertPortalTotals, upsertVolumes } from '../volumes.ts';
import { putWorkYear } from '../work-years.ts';
import { backup } from './backup.ts';
import { CopyOut, copy } from './copy-stream.ts';
import { restore } from './restore.ts';
import { inSession } from './session.ts';
import { dataTables } from './tables.ts';

const { account, column, county, register, site, town } = WORLD;
const AT = '2022-12-27T01:00:00.123Z';
const HOSTILE = 'tab\tline\r\nback\\slash \\N \\. "q" \u2028 𠮷 \\u0000';

/** At least one row in every table, with what a text format could get wrong. */
async function fill(db: Db): Promise<void> {
  await writeRegister(db, register);
  await upsertPosts(db, [{ accountId: account.id, date: '2020-02-29', title: HOSTILE, url: null, original: null, source: '', blob: null }]);
  await vouchFresh(db, account.id, '2022-12-01', '表');
  await learnAccountKeys(db, county.id, new Map([['biz:Mz==', account.id]]));
  await recordSeenPosts(db, [{ accountId: account.id, postId: 'p', state: 'deleted', seenAt: AT, blob: null }]);
  const record = { areaId: county.id, kind: 'activity', id: 'r', day: '2022-12-01', unitId: town.id, accountId: null, source: '表' };
  await upsertOfficeRecords(db, [{ ...record, data: { title: '"\\甲' } }]);
  const said = { areaId: county.id, recordId: 'r', kind: 'contact', at: AT, byName: HOSTILE };
  await appendDirectoryChange(db, { ...said, before: null, after: { day: '2022-12-01', unitId: town.id, data: { a: HOSTILE } } });
  const volume = { areaId: county.id, unitId: town.id, period: '2020-Q1', submitted: 3, approved: null, errors: 0 };
  await upsertVolumes(db, [{ ...volume, annualTask: null, publishedTotal: null, publishedInPeriod: 9 }]);
  await upsertPortalTotals(db, [{ areaId: county.id, period: '2020-Q1', total: 2131, keyAreas: null, source: '门户' }]);
  await recordImport(db, {
    id: 'i',
    areaId: null,
    fileName: HOSTILE,
    fileHash: 'h',
    kind: 'register',
    importedAt: AT,
    added: 1,
    changed: 0,
    unchanged: 0,
  });
  const run = await createRun(db, {
    areaId: county.id,
    day: '2022-12-27',
    kind: 'daily',
    createdAt: AT,
    targets: [{ channelId: site.id, host: 'h' }],
  });
  await claimTarget(db, { runId: run.id, channelId: site.id }, AT);
  await saveProgress(db, { runId: run.id, channelId: site.id }, { done: 1, total: 2, checkpoint: { odd: 'a\0b', half: '\ud83d' } });
  const scan = { siteId: site.id, runId: run.id };
  const addresses = rowFrontier(keptAddresses(db, scan));
  await addresses.frontier.see([{ url: site.url, relation: 'link', own: true, on: { url: site.url, text: HOSTILE, home: true } }]);
  await writeAddresses(db, scan, addresses.changed());
  await addNotes(db, scan, 1, [HOSTILE]);
  const key = '00'.repeat(16);
  const trace = { url: site.url, finalUrl: site.url, etag: '"a\\"', lastModified: null, hash: 'h', title: HOSTILE, references: [] };
  await writeTraces(db, site.id, 'scan', [{ key, trace }]);
  await writeOpened(db, site.id, [{ key, at: AT }]);
  await insertFacts(
    db,
    [homeFact(AT, `${HOSTILE}\0\ud83d`), ...Array.from({ length: 700 }, (_, i) => homeFact(AT, `第${i}条`.repeat(40)))],
    run.id,
  );
  await sql`insert into listed_item values (${site.id}, ${column.id}, '2022-12-27', ${HOSTILE}, null, ${site.url}, ${AT}, 'f', 0)`.execute(
    db,
  );
  await insertJudgement(db, { areaId: county.id, id: 'j', day: '2022-12-27', sheet: 's', digest: 'd', madeAt: AT }, [
    observation(column.id),
  ]);
  await sql`insert into import_change values ('i', 0, 'unit', '{"id":"u"}', ${HOSTILE}, null, '{"name":"\\"甲"}')`.execute(db);
  await keepMappings(db, county.id, [{ headPrint: 'h', choice: { 单位: '甲' } }], AT);
  await sql`insert into retracted_problem values ('i', 'p0', ${county.id}, '{}', '[]', ${AT})`.execute(db);
  const held = draw({ purpose: '随机检查', candidates: [site.id, town.id], count: 1, seed: HOSTILE });
  await insertDraw(db, { areaId: county.id, kind: 'units', madeAt: AT, madeBy: '甲', record: held });
  const selectors = { container: 'ul', row: '> li', title: null, link: null, date: null };
  const example = { url: site.url, blob: 'a'.repeat(64), rows: [{ title: HOSTILE, date: null }] };
  const rule = { id: 'r', siteId: site.id, columnId: column.id, selectors, dated: true, example, madeOn: '2022-12-27', madeBy: '甲' };
  await putReadingRule(db, rule, AT);
  await acceptLook(db, { siteId: site.id, columnId: column.id, factId: 'f', acceptedAt: AT, acceptedBy: '甲' });
  await replaceSearchQueries(db, site.id, [{ query: HOSTILE, expectedTitle: '标题', expectedUrl: null }]);
  const projection = { status: 'suspected', lastActOn: '2022-12-27', dueOn: null, dueProvisional: true, periods: 2 } as const;
  await appendEvents(db, [
    {
      problem: problem('p', { text: HOSTILE }),
      events: [
        event('p', 1, 'found', { by: { role: 'office', unitId: null, name: '甲' } }),
        event('p', 2, 'handed_over', { data: { due: '2022-12-20' } }),
        event('p', 3, 'reported_fixed'),
      ],
      projection,
    },
  ]);
  await putPeriod(db, { ...parsePeriod('2022-12'), areaId: county.id, cutoff: '2022-12-27', closedAt: AT });
  const verdict = {
    areaId: county.id,
    periodId: '2022-12',
    channelId: site.id,
    verdict: 'fail',
    carryOver: 'partly',
    failedInARow: 2,
    sheet: 's',
  } as const;
  await replaceVerdicts(db, county.id, '2022-12', [
    { ...verdict, reasons: ['', HOSTILE, 'null'], score: 0.1, coverage: { run: 1, due: 2 }, inBase: true, outside: null },
  ]);
  const notice = {
    areaId: county.id,
    id: 'n',
    periodId: '2022-12',
    template: 't',
    state: 'draft',
    title: HOSTILE,
    snapshot: SNAPSHOT,
  } as const;
  const rest = { snapshotHash: 'h', disagreements: [DISAGREEMENT], overrideReason: null, supersedes: null, createdAt: AT, issuedAt: null };
  await insertNotice(db, { ...notice, ...rest });
  await insertNoticeFiles(db, [{ noticeId: 'n', format: 'docx', blob: 'b', fileName: '通报.docx', bytes: 1 }]);
  await fillWording(db, county.id, site.id, town.id, AT, HOSTILE);
  await fillPeople(db, county.id, town.id, AT, HOSTILE);
  await fillWorkshop(db, county.id, 'n', AT, HOSTILE);
  await fillMessages(db, county.id, town.id, AT, HOSTILE);
  await fillAssessment(db, county.id, AT, HOSTILE);
  await fillInspect(db, county.id, town.id, 'p', AT, HOSTILE);
  await fillPrompts(db, county.id, town.id, AT, HOSTILE);
  await fillDesk(db, county.id, 'p', AT, HOSTILE);
  await fillRectify(db, county.id, town.id, 'p', AT, HOSTILE);
  await fillFilings(db, { areaId: county.id, unitId: town.id, accountId: account.id }, AT, HOSTILE);
  await noteHosts(
    db,
    site.id,
    [{ name: 'example.com', url: 'http://example.com/', foundOn: [{ url: site.url, text: HOSTILE }], foundOnCount: 1 }],
    AT,
  );
  const about = { areaId: county.id, siteId: '', name: 'example.com', reason: HOSTILE, byName: '甲', at: AT, title: null, ledTo: null };
  await addDecision(db, { ...about, decision: 'allowed' });
  await putWorkYear(db, { year: 2027, source: 's', mark: 'operator', holidays: ['2027-01-01'], workdays: [] });
  await putSetting(db, county.id, 'k', { b: 1, a: [null, HOSTILE] });
}

const DISAGREEMENT = {
  kind: 'figure',
  severity: 'blocks',
  place: 'p',
  figure: null,
  stated: '1',
  recomputed: '2',
  message: HOSTILE,
} as const;

/** Every row of every table as PostgreSQL itself writes it. */
async function contents(db: Db): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const { name } of await dataTables(db)) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(db);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

describe('backup and restore', () => {
  let database: TestDatabase;
  let empty: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    [database, empty] = [await testDatabase(), await emptyTestDatabase()];
    folder = await mkdtemp(join(tmpdir(), 'backup-'));
    await fill(database.db);
    for (const text of ['甲', '乙', '丙'.repeat(5000)]) await folderStore(join(folder, 'evidence')).put(Buffer.from(text));
  });
  afterEach(async () => {
    await Promise.all([database.drop(), empty.drop()]);
    await rm(folder, { recursive: true, force: true });
  });

  const makeBackup = () =>
    backup({ url: database.url, evidence: join(folder, 'evidence'), directory: join(folder, 'out'), at: AT, neededBy });
  const bringBack = (url = empty.url) =>
    restore({ url, evidence: join(folder, 'restored'), directory: join(folder, 'out'), verifyFile: readBlob });

  it('brings every row of every table and every kept file back', async () => {
    const before = await contents(database.db);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const manifest = await makeBackup();
    expect(manifest.evidence.files).toBe(3);
    expect(await bringBack()).toEqual(manifest);
    expect(await contents(empty.db)).toEqual(before);
    // What is noted from now on goes on behind the lines that came along.
    const line = await empty.db.selectFrom('trail').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
    const { seq: _, about, given, ...rest } = line;
    expect(await beginTrail(empty.db, { ...rest, about, given })).toBe(line.seq + 1);
    expect(await appliedMigrations(empty.db)).toEqual(await appliedMigrations(database.db));
    const store = folderStore(join(folder, 'restored'));
    const hash = await folderStore(join(folder, 'evidence')).put(Buffer.from('乙'));
    expect(Buffer.from(await store.get(hash)).toString()).toBe('乙');
  });

  it('lets one of two restores through, and tells the other what it finds', async () => {
    await makeBackup();
    const ends = await Promise.allSettled([bringBack(), bringBack()]);
    expect(ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))).toMatchObject([
      { code: 'refused', message: expect.stringContaining('已有数据') },
    ]);
    expect(await contents(empty.db)).toEqual(await contents(database.db));
  });

  it('takes along what a page kept meanwhile is packed against, though its folder had been passed', async () => {
    const evidence = join(folder, 'evidence');
    const store = folderStore(evidence);
    const frame = randomBytes(6_000).toString('base64');
    const base = await store.put(Buffer.from(`一${frame}`));
    const page = await store.put(Buffer.from(`二${frame}`), base);
    const path = (await findBlob(evidence, base)) as string;
    await rename(path, join(folder, 'not-yet-there'));
    let shown = false;
    const { evidence: shared } = await backup({
      url: database.url,
      evidence,
      directory: join(folder, 'out'),
      at: AT,
      async neededBy(late) {
        if (!shown) await rename(join(folder, 'not-yet-there'), path);
        shown = true;
        return neededBy(late);
      },
    });
    expect([shown, shared.files]).toEqual([true, 5]);
    await bringBack();
    expect(Buffer.from(await folderStore(join(folder, 'restored')).get(page)).toString()).toBe(`二${frame}`);
  });

  it('restores into a database that a first start has migrated', async () => {
    await makeBackup();
    const migrated = await testDatabase();
    await bringBack(migrated.url);
    expect(await contents(migrated.db)).toEqual(await contents(database.db));
    await migrated.drop();
  });

  it('shows one moment, though others go on writing', async () => {
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        const at = new Date(Date.UTC(2023, 0, 1, 0, 0, written)).toISOString();
        // Two tables at once: half of it must never be in the backup.
        await database.db.transaction().execute(async (trx) => {
          await insertFacts(trx, [homeFact(at)]);
          await putSetting(trx, county.id, `after ${at}`, true);
        });
        written += 1;
      }
    })();
    while (written < 5) await new Promise((next) => setTimeout(next, 5));
    const manifest = await makeBackup();
    writing = false;
    await writer;
    const rows = (name: string) => manifest.tables.find((table) => table.name === name)?.rows ?? 0;
    expect(rows('fact') - 701).toBe(rows('setting') - 1);
    expect(rows('fact') - 701).toBeGreaterThanOrEqual(5);
  });

  it('writes text that psql and gunzip read without us', async () => {
    await makeBackup();
    const text = gunzipSync(await readFile(join(folder, 'out', 'tables', 'area.tsv.gz'))).toString();
    expect(text).toContain(`${county.id}\t白水县\tcounty\t`);
  });

  it('refuses a folder that holds anything', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', '别的.txt'), '');
    await expect(makeBackup()).rejects.toMatchObject({ code: 'refused', next: expect.stringContaining('空目录') });
    expect(await readdir(join(folder, 'out'))).toEqual(['别的.txt']);
  });

  it('refuses a database with a single row, and leaves it as it is', async () => {
    await makeBackup();
    const used = await testDatabase();
    await putWorkYear(used.db, { year: 2028, source: 's', mark: 'operator', holidays: [], workdays: [] });
    await expect(bringBack(used.url)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('work_year') });
    expect((await contents(used.db)).work_year).toHaveLength(1);
    await used.drop();
  });

  it.each<[string, RegExp, (out: string) => Promise<unknown>]>([
    ['no manifest', /没有 manifest\.json/, (out) => rm(join(out, 'manifest.json'))],
    ['a manifest that is no JSON', /无法识别/, (out) => writeFile(join(out, 'manifest.json'), '{')],
    ['a missing table', /读不出文件 tables\/unit/, (out) => rm(join(out, 'tables', 'unit.tsv.gz'))],
    [
      'a table cut off',
      /tables\/fact.*不符/,
      async (out) => {
        const path = join(out, 'tables', 'fact.tsv.gz');
        await writeFile(path, (await readFile(path)).subarray(0, -100));
      },
    ],
    ['a table changed', /tables\/problem\.tsv\.gz.*不符/, (out) => appendFile(join(out, 'tables', 'problem.tsv.gz'), 'x')],
    [
      'evidence missing',
      /应有 3 个，实际 2 个/,
      async (out) => rm((await findBlob(join(out, 'evidence'), (await hashes(out))[0] as string)) as string),
    ],
    [
      'evidence changed',
      /证据原件已损坏/,
      async (out) => {
        const path = (await findBlob(join(out, 'evidence'), (await hashes(out))[1] as string)) as string;
        await rm(path);
        await writeFile(path, 'forged');
      },
    ],
    [
      'rows the manifest does not count',
      /应有 3 行，实际 2 行/,
      (out) => edit(out, (text) => text.replace(/("name": "area",[^}]*?"rows": )2/, '$13')),
    ],
    [
      'a schema we do not know',
      /结构与本程序不同/,
      (out) => edit(out, (text) => text.replace(/"checksum": "[0-9a-f]{4}/, '"checksum": "0000')),
    ],
    [
      'a table name with more in it',
      /无法识别/,
      (out) => edit(out, (text) => text.replace('"name": "area"', '"name": "area; drop table unit"')),
    ],
    [
      'a table that lies elsewhere',
      /无法识别/,
      (out) => edit(out, (text) => text.replace('"file": "tables/area.tsv.gz"', '"file": "tables/../../area.tsv.gz"')),
    ],
  ])('brings nothing back from a backup with %s', async (_name, message, damage) => {
    await makeBackup();
    await damage(join(folder, 'out'));
    await expect(bringBack()).rejects.toMatchObject({ name: 'MingchaError', message: expect.stringMatching(message) });
    const { rows } = await sql`select from pg_class where relnamespace = 'public'::regnamespace`.execute(empty.db);
    expect(rows).toEqual([]);
  });

  it('stays usable when the server refuses a row half-way', async () => {
    const manifest = await makeBackup();
    expect(manifest.migrations.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
    // A hundred thousand good rows, then a bad one: the connection must end, not hang.
    const good = Array.from({ length: 100_000 }, (_, i) => `${2100 + i}\ts\toperator\t{}\t{}\n`).join('');
    const bytes = gzipSync(`${good}not a number\ts\toperator\t{}\t{}\n`);
    await writeFile(join(folder, 'out', 'tables', 'work_year.tsv.gz'), bytes);
    await edit(join(folder, 'out'), (text) =>
      text.replace(/("file": "tables\/work_year\.tsv\.gz",\s*"sha256": ")[0-9a-f]{64}/, `$1${sha256(bytes)}`),
    );
    await expect(bringBack()).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('work_year') });
  });

  it('leaves the connection usable when writing stops half-way', async () => {
    await inSession(database.url, async (_db, client) => {
      const rows = copy(client, new CopyOut("copy (select repeat('x', 100), n from generate_series(1, 200000) n) to stdout"));
      const full = new Writable({ write: (_chunk, _encoding, done) => done(new Error('disk full')) });
      await expect(pipeline(rows, full)).rejects.toThrow('disk full');
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  it('says so when it cannot write', async () => {
    await writeFile(join(folder, 'file'), '');
    const directory = join(folder, 'file', 'out');
    await expect(backup({ url: database.url, evidence: join(folder, 'evidence'), directory, at: AT, neededBy })).rejects.toMatchObject({
      name: 'MingchaError',
      message: expect.stringContaining(directory),
    });
  });
});

async function hashes(out: string): Promise<string[]> {
  const names = await readdir(join(out, 'evidence'), { recursive: true });
  return names.flatMap((name) => /([0-9a-f]{64})\.\w+$/.exec(name)?.[1] ?? []).sort();
}

async function edit(out: string, change: (text: string) => string): Promise<void> {
  const path = join(out, 'manifest.json');
  const text = await readFile(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(path, changed);
}
