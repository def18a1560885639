import { sql } from 'kysely';
import type { CalendarDate } from '../../src/core/date.ts';
import type { Db } from '../../src/store/schema.ts';

/** Days of looks at every column, items of its list, and days after which one more is published and the page changes. */
const LOOKS = 60;
const ITEMS = 15;
const EVERY = 4;

/** Two months of daily looks at every column up to `today`, each with its list, and the external sites that pages link to. */
export async function fillLooks(db: Db, areaId: string, today: CalendarDate): Promise<void> {
  await sql`
    insert into fact (channel_id, id, kind, subject_id, at, source, how, blob, run_id, data)
    select c.site_id, md5(c.id || d), 'column-list', c.id, ${today}::date - d + interval '1 hour', c.url, 'http/1', md5(c.id || v.newest), null,
      json_build_object('columnId', c.id, 'url', c.url, 'outcome', 'ok', 'state', 'items', 'items', v.items, 'newestDate', v.newest, 'undated', 0, 'pages', 1)
    from (select c.*, (row_number() over (order by c.id) % ${EVERY})::int as n from site_column c join site s on s.id = c.site_id where s.area_id = ${areaId}) c
    cross join generate_series(0, ${LOOKS - 1}) d
    cross join lateral (
      select ${today}::date - (d + (c.n - d % ${EVERY} + ${EVERY}) % ${EVERY}) as newest
    ) k
    cross join lateral (
      select k.newest, json_agg(json_build_object('title', '关于印发' || c.path[1] || '工作方案的通知（' || k.newest - ${EVERY} * i || '）', 'href', 't' || k.newest - ${EVERY} * i || '.html',
        'date', k.newest - ${EVERY} * i, 'dateSource', 'visible', 'pinned', false)) as items
      from generate_series(0, ${ITEMS - 1}) i
    ) v`.execute(db);
  await sql`
    insert into listed_item
    select f.channel_id, f.subject_id, (i.value ->> 'date')::date, i.value ->> 'title', i.value ->> 'href', f.data ->> 'url', f.at, f.id, i.place - 1
    from fact f cross join lateral json_array_elements(f.data -> 'items') with ordinality i (value, place)
    where f.kind = 'column-list' order by f.at, f.id on conflict do nothing`.execute(db);
  await sql`
    insert into external_host
    select s.id, 'w' || i || '.example.com', ${today}::date - 300, ${today}::date - i % 20, 'http://w' || i || '.example.com/', '[]', 3
    from site s cross join generate_series(1, 30) i where s.area_id = ${areaId}`.execute(db);
}
