import { sql } from 'kysely';
import { instantOf } from '../../src/core/date.ts';
import { drawInspection } from '../../src/ledger/inspection.ts';
import { insertDraw } from '../../src/store/draws.ts';
import type { Db } from '../../src/store/schema.ts';
import { TODAY } from './fill.ts';

/** People of the bench, by the role that an endpoint asks for. */
export interface BenchPeople {
  clerk: { id: string; name: string };
  thirdParty: { id: string };
}

const DRAW_SEED = '20261120';

/** What offices keep beside the ledger over three years: prompts and patrols, accounts' matters, a third party's findings, a draw. */
export async function fillOffices(db: Db, areaId: string, people: BenchPeople): Promise<{ drawId: string }> {
  const { rows } = await sql<{ id: string }>`select id from draw where area_id = ${areaId}`.execute(db);
  if (rows[0]) return { drawId: rows[0].id };
  await fillPrompts(db, areaId);
  await fillMatters(db, areaId);
  await sql`
    insert into raw_finding
    select p.area_id, p.id, ${people.thirdParty.id}, p.first_found_on::timestamptz + interval '10 hours', '发现.xlsx', md5(p.id), right(p.id, 8)::int % 500 || ''
    from problem p where p.area_id = ${areaId} and right(p.id, 8)::int % 10 = 3`.execute(db);
  await fillRecords(db, areaId);
  const drawId = await fillDraw(db, areaId, people.clerk);
  await sql`vacuum analyze`.execute(db);
  return { drawId };
}

/** 360 prompts to all units, each with three acts of a unit; a patrol a week of every unit. */
async function fillPrompts(db: Db, areaId: string): Promise<void> {
  await sql`
    insert into prompt
    select ${areaId}, 'prompt_' || i, case when i % 5 = 0 then 'self_check' else 'task' end, '第' || i || '次工作提示', '请按要求办理并反馈。', d.day, d.day + 10,
      case when i % 5 = 0 then array['broken_link'] else '{}'::text[] end, 2, 'working', 10, '王某', d.day::timestamptz, null, null, null
    from generate_series(1, 360) i cross join lateral (select ${TODAY}::date - 3 * (360 - i) as day) d`.execute(db);
  await sql`
    insert into prompt_unit
    select ${areaId}, p.id, u.id, u.position from prompt p cross join unit u where p.area_id = ${areaId} and u.area_id = ${areaId}`.execute(
    db,
  );
  await sql`
    insert into prompt_act
    select ${areaId}, x.prompt_id, x.unit_id, k.seq, k.act, p.sent_on + k.after, (p.sent_on + k.after)::timestamptz, (p.sent_on + k.after)::timestamptz,
      'unit', '李某', null, null, case when k.act = 'done' and p.kind = 'self_check' then 3 end, case when k.act = 'done' and p.kind = 'self_check' then 2 end
    from prompt_unit x join prompt p on p.area_id = x.area_id and p.id = x.prompt_id
    cross join (values (1, 'received', 0), (2, 'done', 3)) k (seq, act, after)
    where x.area_id = ${areaId} and p.sent_on + k.after <= ${TODAY}::date`.execute(db);
  await sql`
    insert into patrol
    select ${areaId}, 'patrol_' || i || u.id, u.id, ${TODAY}::date - 7 * i, '门户网站和政务新媒体', null, null, '李某', (${TODAY}::date - 7 * i)::timestamptz
    from generate_series(1, 150) i cross join unit u where u.area_id = ${areaId}`.execute(db);
}

async function fillMatters(db: Db, areaId: string): Promise<void> {
  await sql`
    insert into account_matter
    select ${areaId}, 'matter_' || i, 'open', u.id, null, ${areaId}, null,
      json_build_object('platform', 'wechat', 'name', '账号' || i, 'purpose', '政务信息发布', 'person', '李某', 'phone', null, 'reason', null),
      '{}', d.day, 'refused', d.day + 3, null
    from generate_series(1, 500) i
    join (select *, row_number() over (order by position) - 1 as n, count(*) over () as of from unit where area_id = ${areaId}) u on u.n = i % u.of
    cross join lateral (select ${TODAY}::date - 2 * i as day) d`.execute(db);
  await sql`
    insert into account_matter_act
    select m.area_id, m.id, k.seq, k.act, (m.began_on + k.after)::timestamptz, m.began_on + k.after, k.role, case when k.role = 'unit' then m.unit_id end, '李某', null, '{}'
    from account_matter m cross join (values (1, 'asked', 0, 'unit'), (2, 'refused', 3, 'office')) k (seq, act, after, role)
    where m.area_id = ${areaId}`.execute(db);
}

/** What an office states in sheets, month by month: items to repost, activities, good work, letters answered by accounts. */
async function fillRecords(db: Db, areaId: string): Promise<void> {
  await sql`
    insert into office_record
    select ${areaId}, k.kind, k.kind || '_' || i || '_' || a.id, d.day, a.unit_id, case when k.kind in ('practice', 'interaction') then a.id end,
      case k.kind
        when 'repost' then jsonb_build_object('title', '第' || i || '条', 'origin', null, 'publishedOn', d.day, 'due', d.day + 2 || 'T10:00:00.000Z')
        when 'activity' then jsonb_build_object('name', '政务公开日第' || i || '场', 'place', null)
        when 'practice' then jsonb_build_object('form', (array['海报', '漫画', '直播'])[1 + i % 3], 'title', null, 'url', null)
        else jsonb_build_object('period', to_char(d.day, 'YYYY-MM'), 'consultations', jsonb_build_object('value', 20 + i, 'atLeast', false))
      end, '填报.xlsx'
    from generate_series(1, 36) i
    cross join lateral (select ${TODAY}::date - 30 * (i - 1) as day) d
    cross join (values ('repost', 3), ('activity', 10), ('practice', 41), ('interaction', 41)) k (kind, most)
    join (select *, row_number() over (order by position, id) as n from account where area_id = ${areaId}) a on a.n <= k.most`.execute(db);
}

/** 双随机 over a county's struck-off problems of a quarter, half of it looked at. */
async function fillDraw(db: Db, areaId: string, clerk: BenchPeople['clerk']): Promise<string> {
  const { rows } = await sql<{ id: string; unitId: string }>`
    select id, unit_id from problem where area_id = ${areaId} and status = 'closed' order by first_found_on desc, id limit 8000`.execute(
    db,
  );
  const record = drawInspection({
    purpose: '第四季度整改复查',
    seed: DRAW_SEED,
    frame: ['近一季度已销号的问题'],
    candidates: rows.map(({ id, unitId }) => ({ id, unitIds: [unitId] })),
    excluded: [],
    count: 400,
    inspectors: [{ ...clerk, unitId: null }],
    inspectorsExcluded: [],
    inspectorCount: null,
  });
  const drawId = await insertDraw(db, { areaId, kind: 'problems', record, madeAt: instantOf(TODAY, '09:00'), madeBy: clerk.name });
  await sql`
    insert into inspection (area_id, draw_id, problem_id, inspector_id, position)
    select ${areaId}, ${drawId}, o.id, ${clerk.id}, o.n - 1 from unnest(${[...record.drawn]}::text[]) with ordinality o (id, n)`.execute(
    db,
  );
  return drawId;
}
