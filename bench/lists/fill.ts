import { sql } from 'kysely';
import { addMonths, type CalendarDate, instantOf } from '../../src/core/date.ts';
import { sha256 } from '../../src/core/id.ts';
import { periodOf } from '../../src/core/period.ts';
import { fullMonth } from '../../src/notice/testing/fixtures.ts';
import { insertNotice } from '../../src/store/notices.ts';
import { putPeriod } from '../../src/store/periods.ts';
import { writeRegister } from '../../src/store/register.ts';
import type { Db } from '../../src/store/schema.ts';
import { fillLooks } from './fill-looks.ts';
import { countyRegister } from './register.ts';

export const TODAY: CalendarDate = '2026-11-20';
const MONTHS = 36;
/** Observations of one judgement: three checks of 1,320 columns and 40 of accounts. */
const PER_JUDGEMENT = 4_000;

export interface Filled {
  areaId: string;
  register: ReturnType<typeof countyRegister>;
  periodId: string;
}

/** Three years of a county, written by the database itself: it would take an hour act by act. */
export async function fill(db: Db, size: { problems: number; observations: number }, say: (text: string) => void): Promise<Filled> {
  const register = countyRegister();
  const areaId = register.areas[0]?.id as string;
  await writeRegister(db, register);
  await fillPeriods(db, areaId);
  say('register, periods and notices written');
  await fillProblems(db, areaId, size.problems);
  say(`${size.problems} problems written with their acts`);
  await fillObservations(db, areaId, Math.ceil(size.observations / PER_JUDGEMENT));
  say(`${size.observations} observations written`);
  await fillRest(db, areaId);
  await sql`vacuum analyze`.execute(db);
  say('the rest written, analysed');
  return { areaId, register, periodId: periodOf('month', addMonths(TODAY, -1)).id };
}

/** Months back to the first, each with a result of every channel, an issued notice and its requirements. */
async function fillPeriods(db: Db, areaId: string): Promise<void> {
  const snapshot = fullMonth(44);
  for (let back = MONTHS; back >= 1; back -= 1) {
    const period = periodOf('month', addMonths(TODAY, -back));
    await putPeriod(db, { ...period, areaId, cutoff: `${period.id}-27`, closedAt: instantOf(period.to, '18:00') });
    await insertNotice(db, {
      areaId,
      id: `notice_${period.id}`,
      periodId: period.id,
      template: 'monthly-monitoring',
      state: 'issued',
      title: `关于${period.label}监测情况的通报`,
      snapshot,
      snapshotHash: sha256(period.id),
      disagreements: [],
      overrideReason: null,
      supersedes: null,
      createdAt: instantOf(period.to, '10:00'),
      issuedAt: instantOf(period.to, '18:00'),
    });
  }
  await sql`
    insert into channel_verdict
    select ${areaId}, p.id, c.id, (array['no_problem', 'pass', 'fail', 'no_problem'])[1 + c.n % 4], '{}', 'none', 0,
      60 + c.n % 40, 20, 22, true, null, 'national-2019@1'
    from period p, (
      select id, row_number() over (order by id)::int as n from (
        select id from site where area_id = ${areaId} union all select id from account where area_id = ${areaId}
      ) channels
    ) c where p.area_id = ${areaId}`.execute(db);
  await sql`
    insert into notice_task
    select ${areaId}, n.id, 'requirements.1', u.name, u.id, '整改到位', '请各单位按期整改到位。', (n.issued_at + interval '14 days')::date, false, 0,
      case when u.position % 10 < 9 then n.issued_at + interval '9 days' end, case when u.position % 10 < 9 then '王某' end
    from notice n, unit u where n.area_id = ${areaId} and u.area_id = ${areaId}`.execute(db);
}

/** Of a hundred problems ninety are closed, four rejected, one suspected, five in the stock; one in twenty came back. */
async function fillProblems(db: Db, areaId: string, problems: number): Promise<void> {
  await sql`
    insert into problem (area_id, id, unit_id, channel_id, category, fingerprint, place_label, place_url, text, measured,
      first_found_on, recurrence_of, status, last_act_on, due_on, due_provisional, periods)
    select ${areaId}, 'problem_' || lpad(i::text, 8, '0'), s.unit_id, s.id,
      (array['column_overdue', 'broken_link', 'text_error', 'column_empty', 'external_link'])[1 + i % 5],
      md5(i::text), '栏目' || i % 30, s.url || i || '/', '“栏目' || i % 30 || '”栏目超过半年未更新（最近一条 2022-05-11，第' || i || '条）',
      json_build_object('path', '栏目' || i % 30, 'limit', 'P6M', 'lastUpdate', '2022-05-11', 'days', 206),
      f.day, case when i % 20 = 7 then 'problem_' || lpad((i - 7)::text, 8, '0') end, f.status,
      least(f.day + 12, ${TODAY}::date), case when f.status in ('handed_over', 'received', 'not_rectified', 'rectified') then f.day + 8 end, false, 1
    from generate_series(1, ${problems}) i
    join (select *, row_number() over (order by position) - 1 as n, count(*) over () as of from site where area_id = ${areaId}) s on s.n = i % s.of
    cross join lateral (
      select
        ${TODAY}::date - ((${problems} - i)::bigint * ${MONTHS * 30} / ${problems})::int as day,
        case when i % 100 < 90 then 'closed' when i % 100 < 94 then 'rejected'
          else (array['suspected', 'confirmed', 'handed_over', 'received', 'rectified', 'not_rectified'])[i % 100 - 93] end as status
    ) f`.execute(db);
  const chain = sql`
    case p.status
      when 'rejected' then array['found', 'rejected']
      when 'suspected' then array['found']
      when 'confirmed' then array['found', 'confirmed']
      when 'handed_over' then array['found', 'confirmed', 'handed_over']
      when 'received' then array['found', 'confirmed', 'handed_over', 'received']
      when 'rectified' then array['found', 'confirmed', 'handed_over', 'received', 'reported_fixed']
      when 'not_rectified' then array['found', 'confirmed', 'handed_over', 'received', 'reported_fixed', 'rechecked_not']
      else array['found', 'confirmed', 'handed_over', 'received', 'reported_fixed', 'rechecked_fixed', 'closed']
    end`;
  await sql`
    insert into problem_event (area_id, problem_id, seq, act, at, day, by_role, by_unit_id, by_name, reason, data)
    select p.area_id, p.id, e.seq, e.act, least(p.first_found_on + 2 * (e.seq - 1)::int, ${TODAY}::date)::timestamptz,
      least(p.first_found_on + 2 * (e.seq - 1)::int, ${TODAY}::date),
      case e.act when 'found' then 'machine' when 'received' then 'unit' when 'reported_fixed' then 'unit' when 'rechecked_fixed' then 'machine'
        when 'rechecked_not' then 'machine' else 'office' end,
      case when e.act in ('received', 'reported_fixed') then p.unit_id end, '王某', null,
      case e.act
        when 'found' then json_build_object('check', 'column-overdue', 'subject', p.place_label, 'evidence', json_build_array('fact_' || p.id))
        when 'handed_over' then json_build_object('due', p.first_found_on + 8, 'dueProvisional', false, 'notice', 'notice_' || to_char(p.first_found_on, 'YYYY-MM'))
        else '{}'::json end
    from problem p cross join lateral unnest(${chain}) with ordinality e (act, seq)
    where p.area_id = ${areaId}`.execute(db);
}

/** A judgement a day, the newest today. */
async function fillObservations(db: Db, areaId: string, judgements: number): Promise<void> {
  await sql`
    insert into judgement
    select ${areaId}, 'judgement_' || i, ${TODAY}::date - (${judgements} - i), 'national-2019@1', md5(i::text),
      (${TODAY}::date - (${judgements} - i))::timestamptz + interval '9 hours'
    from generate_series(1, ${judgements}) i`.execute(db);
  await sql`
    insert into observation
    select o.site_id, j.id, k.check_id, o.id, 'column', 1, 'DD-1.7', j.day,
      case when k.check_id = 'column-overdue' then f.verdict else 'pass' end,
      case when f.verdict = 'not-run' and k.check_id = 'column-overdue' then 'blocked' end,
      case when k.check_id = 'column-due-soon' and o.n % 25 = 0
        then json_build_array(json_build_object('level', 'warning', 'category', 'column_due_soon', 'fingerprint', o.id, 'text', '“' || o.path[1] || '”栏目即将超过半年未更新',
          'place', json_build_object('type', 'column', 'id', o.id, 'label', o.path[1], 'url', o.url), 'evidence', json_build_array('f'), 'measured', json_build_object()))
        else '[]'::json end,
      json_build_object('path', o.path[1], 'class', o.class, 'level', 1, 'limit', o.time_limit, 'lastUpdate', j.day - 100, 'days', 100, 'dueOn', j.day + (o.n % 200)::int - 20)
    from judgement j
    cross join (select c.*, row_number() over (order by c.site_id, c.id) as n from site_column c join site s on s.id = c.site_id where s.area_id = ${areaId}) o
    cross join (values ('column-overdue'), ('column-due-soon'), ('column-empty')) k (check_id)
    cross join lateral (select case when o.n % 200 < 20 then 'fail' when o.n % 37 = 0 then 'not-run' else 'pass' end as verdict) f
    where j.area_id = ${areaId}`.execute(db);
  await sql`
    insert into observation
    select a.id, j.id, 'account-stale', a.id, 'account', 1, 'DD-2.1', j.day, 'pass', null, '[]', json_build_object('days', 3)
    from judgement j cross join account a where j.area_id = ${areaId} and a.area_id = ${areaId}`.execute(db);
}

/** What the other pages read: looks at columns, posts, words to review, messages, reminders, statements, changes. */
async function fillRest(db: Db, areaId: string): Promise<void> {
  await fillLooks(db, areaId, TODAY);
  await sql`
    insert into account_post select a.id, 'post_' || i, ${TODAY}::date - i, '第' || i || '条', null, i % 3 = 0, '表', null
    from account a cross join generate_series(0, 699) i where a.area_id = ${areaId}`.execute(db);
  await sql`
    insert into proof_page (site_id, id, url, of, column_id, title, publish_date, blob, seen_at, characters)
    select s.id, 'page_' || i, s.url || 'p' || i, 'article', null, '第' || i || '页', ${TODAY}::date - i % 900, md5(i::text), ${TODAY}::date, 1200
    from site s cross join generate_series(1, 500) i where s.area_id = ${areaId}`.execute(db);
  await sql`
    insert into proof_item (site_id, key, layer, kind, severity, score, files, string, found, suggestion, why, first_seen_at, act, decided_by, decided_at)
    select s.id, 'key_' || i, 'L1', 'wrong-word', 2 + i % 3, 0.9, true, '错词' || i, '错词', '正词', '与固定提法不一致', ${TODAY}::date - i % 300,
      case when i % 4 > 0 then 'dismissed-here' end, case when i % 4 > 0 then '王某' end, case when i % 4 > 0 then ${TODAY}::timestamptz end
    from site s cross join generate_series(1, 500) i where s.area_id = ${areaId}`.execute(db);
  await sql`
    insert into proof_place (site_id, page_id, key, block, start_at, end_at, context, context_at, found, dismissed)
    select s.id, 'page_' || 1 + (i * 7 + k) % 500, 'key_' || i, 1, 10 + k, 12 + k, '这一句里有一个错词需要改正。', 7, '错词', false
    from site s cross join generate_series(1, 500) i cross join generate_series(1, 2) k where s.area_id = ${areaId}
    on conflict do nothing`.execute(db);
  await sql`
    insert into message (area_id, id, recipient, unit_id, kind, cause, title, body, link, urgent, confidential, at, read_at, read_by, needs_answer, deputy,
      answered_at, answered_by, passed_on_at, state, route, attempts, next_at, claimed_at, unsure, sent_at, sent_by_channel, last_detail)
    select ${areaId}, 'message_' || i, (array['政务公开办', '信息中心', '王敏'])[1 + i % 3], null, 'due_soon', 'cause ' || i, '整改期限提醒', '请按期整改。', null, false, false,
      ${TODAY}::date - (i % 700), case when i % 50 > 0 then ${TODAY}::timestamptz end, null, false, null, null, null, null, 'sent', 0, 1, ${TODAY}::date, null, false,
      ${TODAY}::date, null, null
    from generate_series(1, 20000) i`.execute(db);
  await sql`
    insert into reminder
    select ${areaId}, 'reminder_' || i, u.id, 'due_soon', ${TODAY}::date - i % 700, (${TODAY}::date - i % 700)::timestamptz, '工作群', u.name, null, '系统'
    from generate_series(1, 8000) i join (select *, row_number() over (order by position) - 1 as n from unit where area_id = ${areaId}) u on u.n = i % 44`.execute(
    db,
  );
  await sql`
    insert into reminder_problem
    select p.area_id, p.id, p.first_found_on + 8, 'due_soon', 'reminder_' || 1 + row_number() over () % 8000
    from problem p where p.area_id = ${areaId} and p.status = 'closed' limit 40000`.execute(db);
  await sql`
    insert into trail (at, area_id, user_id, name, role, act, about, given, outcome, address)
    select ${TODAY}::date - i % 700 * interval '1 day', ${areaId}, 'user', '王某', 'office', 'problem-act', json_build_object('problemId', 'problem_' || i)::jsonb, '{}', 'done', '127.0.0.1'
    from generate_series(1, 100000) i`.execute(db);
}
