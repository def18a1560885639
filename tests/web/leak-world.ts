import { sql } from 'kysely';
import { projectionOf } from '../../src/app/ledger/append.ts';
import type { Category } from '../../src/core/category.ts';
import type { Instant } from '../../src/core/date.ts';
import { parsePeriod } from '../../src/core/period.ts';
import type { ProblemEvent } from '../../src/ledger/event.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { dataTables } from '../../src/store/backup/tables.ts';
import { insertFacts } from '../../src/store/facts.ts';
import { insertJudgement } from '../../src/store/judgements.ts';
import { insertNotice, insertNoticeFiles } from '../../src/store/notices.ts';
import { upsertOfficeRecords } from '../../src/store/office-records.ts';
import { putPeriod, replaceVerdicts } from '../../src/store/periods.ts';
import { upsertPosts } from '../../src/store/posts.ts';
import { appendEvents } from '../../src/store/problem-events.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Db } from '../../src/store/schema.ts';
import { insertToken } from '../../src/store/tokens.ts';
import { fillAssessment } from '../support/assessment-rows.ts';
import { testDatabase } from '../support/database.ts';
import { fillDesk } from '../support/desk-rows.ts';
import { fillFilings } from '../support/filing-rows.ts';
import { fillInspect } from '../support/inspect-rows.ts';
import { fillMessages } from '../support/message-rows.ts';
import { userOf } from '../support/people.ts';
import { fillPrompts } from '../support/prompt-rows.ts';
import { fillRectify } from '../support/rectify-rows.ts';
import { event, homeFact, observation, problem, WORLD } from '../support/store-world.ts';
import { fillWording } from '../support/wording-rows.ts';
import { fillWorkshop } from '../support/workshop-rows.ts';

/** Whose rows: the caller's own unit, a unit beside it in the same area, a unit of another area. Each mark stands in every id and every word, the words made to be taken for formulas. */
export const MARKS = ['ownmark', 'besidemark', 'farmark'] as const;
export type Mark = (typeof MARKS)[number];
export const HERE = 'area_here';
export const ELSEWHERE = 'area_farmark';
export const FIELD: Category = 'text_error';
export const THIRD_PARTY = { role: 'third_party', name: '某第三方', areaId: HERE } as const;
const NOBODY = { now: () => YEAR_END };
const YEAR_END: Instant = '2022-12-27T01:00:00.000Z';
const WORDS = '标记词';
/** Of nobody, or numbered by the database; a score made final shows what was kept and not what is asked. */
const LEFT_OUT = ['trail', 'trail_outcome', 'seal_key', 'user_session', 'assessment_act'];
const NAMES = /东河|县住建|baishui|负责人解读/g;
const { account, column, county, city, housing, register, site, town } = WORLD;

export const unitOf = (mark: Mark): string => `unit_${mark}`;
/** The id of an owner's row that the fillers call `id`. */
export const idOf = (mark: Mark, id: string): string => special(mark).get(id) ?? `${mark}-${id}`;
const special = (mark: Mark): ReadonlyMap<string, string> =>
  new Map([
    [county.id, mark === 'farmark' ? ELSEWHERE : HERE],
    [city.id, 'area_city'],
    [housing.id, unitOf(mark)],
    [town.id, unitOf(mark)],
    ['u', unitOf(mark)],
    ['2022-12', '2022-12'],
    ['甲', `${mark}联络员`],
    ['', ''],
  ]);

/** A row of an owner in every table there is, three owners over; `blob` stands for every kept file. */
export async function seedLeaks(db: Db, blob: string): Promise<void> {
  const pattern = await patternRows();
  await db.connection().execute(async (session) => {
    // Rows are copies of rows that were right: their order and the triggers of those who keep them do not matter.
    await sql`set session_replication_role = replica`.execute(session);
    for (const mark of MARKS)
      for (const { table, rows } of pattern.tables) await putRows(session, table, rows.map(markedBy(mark, pattern.ids, blob)));
    await sql`set session_replication_role = origin`.execute(session);
  });
}

interface Pattern {
  tables: { table: string; rows: Record<string, unknown>[] }[];
  ids: ReadonlySet<string>;
}

async function patternRows(): Promise<Pattern> {
  const scratch = await testDatabase();
  try {
    await fill(scratch.db);
    const tables: Pattern['tables'] = [];
    const ids = new Set<string>();
    for (const { name } of await dataTables(scratch.db)) {
      if (LEFT_OUT.includes(name)) continue;
      // As text: the names of columns and keys stay as they are.
      const found = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(scratch.db);
      const rows = found.rows.map(({ row }) => JSON.parse(row) as Record<string, unknown>);
      tables.push({ table: name, rows });
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (/(^|_)ids?$/.test(column)) for (const id of [value].flat()) if (typeof id === 'string') ids.add(id);
    }
    // Names stand where ids do in some rows; what is typed stays what it is.
    ids.add('甲');
    ids.delete(WORDS);
    return { tables, ids };
  } finally {
    await scratch.drop();
  }
}

const markedBy =
  (mark: Mark, ids: ReadonlySet<string>, blob: string) =>
  (row: Record<string, unknown>): object =>
    JSON.parse(JSON.stringify(row), (key, value: unknown) => {
      if (typeof value !== 'string') return value;
      // A bureau's field is that of the own unit's problem; a third party reads what it entered itself.
      if (key === 'category' && mark === 'ownmark') return FIELD;
      if (key === 'user_id' && mark === 'ownmark') return userOf(NOBODY, THIRD_PARTY).id;
      if (ids.has(value)) return idOf(mark, value);
      return /^([ab])\1{63}$/.test(value) ? blob : value.replaceAll(WORDS, `=1+${mark}`).replaceAll(NAMES, mark);
    }) as object;

/** What is kept once for an area stays that of the first owner. */
async function putRows(session: Db, table: string, rows: readonly object[]): Promise<void> {
  await sql`insert into ${sql.table(table)} overriding system value
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) on conflict do nothing`.execute(
    session,
  );
}

/** One owner's rows, in words that are told apart later. */
async function fill(db: Db): Promise<void> {
  const at = YEAR_END;
  await writeRegister(db, register);
  await putPeriod(db, { ...parsePeriod('2022-12'), areaId: county.id, cutoff: '2022-12-27', closedAt: null });
  const unit = { role: 'unit', unitId: housing.id, name: WORDS } as const;
  const office = { role: 'office', unitId: null, name: WORDS } as const;
  const events: [ProblemEvent, ...ProblemEvent[]] = [
    event('p', 1, 'found', { day: '2022-12-01' }),
    event('p', 2, 'confirmed', { day: '2022-12-02', by: office }),
    event('p', 3, 'handed_over', { day: '2022-12-02', by: office, data: { due: '2022-12-30' } }),
    event('p', 4, 'received', { day: '2022-12-05', by: unit, reason: WORDS }),
  ];
  const words = { placeLabel: WORDS, text: WORDS, firstFoundOn: '2022-12-01', channelId: account.id } as const;
  await appendEvents(db, [{ problem: problem('p', words), events, projection: projectionOf(events) }]);
  const verdict = { areaId: county.id, periodId: '2022-12', channelId: site.id, verdict: 'fail', carryOver: 'partly', sheet: 's' } as const;
  await replaceVerdicts(db, county.id, '2022-12', [
    { ...verdict, failedInARow: 2, reasons: [WORDS], score: 0.1, coverage: { run: 1, due: 2 }, inBase: true, outside: null },
  ]);
  const notice = { areaId: county.id, id: 'n', periodId: '2022-12', template: 'monthly-monitoring', state: 'draft', title: WORDS } as const;
  const hash = { snapshot: fullMonth(2), snapshotHash: 'h', disagreements: [], overrideReason: null, supersedes: null };
  await insertNotice(db, { ...notice, ...hash, createdAt: at, issuedAt: null });
  await insertNoticeFiles(db, [{ noticeId: 'n', format: 'docx', blob: 'a'.repeat(64), fileName: `${WORDS}.docx`, bytes: 1 }]);
  await insertFacts(db, [{ ...homeFact(at, WORDS), id: 'fact', blob: 'a'.repeat(64) }]);
  await insertJudgement(db, { areaId: county.id, id: 'j', day: '2022-12-27', sheet: 's', digest: 'd', madeAt: at }, [
    observation(column.id),
  ]);
  await upsertPosts(db, [{ accountId: account.id, date: '2022-12-20', title: WORDS, url: null, original: null, source: '', blob: null }]);
  const record = { areaId: county.id, kind: 'contact', id: 'r', day: '2022-12-01', unitId: town.id, accountId: null, source: WORDS };
  await upsertOfficeRecords(db, [{ ...record, data: { name: WORDS, phone: WORDS } }]);
  const rights = {
    rights: ['read'],
    tokenHash: 'tokenhash',
    createdAt: at,
    createdBy: WORDS,
    expiresAt: null,
    usedAt: null,
    revokedAt: null,
  };
  await insertToken(db, { id: 'token', areaId: county.id, name: WORDS, ...rights });
  await fillWording(db, county.id, site.id, town.id, at, WORDS);
  await fillWorkshop(db, county.id, 'n', at, WORDS);
  await fillMessages(db, county.id, town.id, at, WORDS);
  await fillAssessment(db, county.id, at, WORDS);
  await fillInspect(db, county.id, town.id, 'p', at, WORDS);
  await fillPrompts(db, county.id, town.id, at, WORDS);
  await fillDesk(db, county.id, 'p', at, WORDS);
  await fillRectify(db, county.id, town.id, 'p', at, WORDS);
  await fillFilings(db, { areaId: county.id, unitId: town.id, accountId: account.id }, at, WORDS);
  await db.updateTable('noticeTask').set({ unitId: town.id }).execute();
}
