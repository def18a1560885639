import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Limit } from '../core/limit.ts';
import type { Scope } from '../core/role.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import type { ColumnClass } from '../subjects/column.ts';
import { inScope } from './in-scope.ts';
import type { Db } from './schema.ts';

/** What one judgement says of one column against its limit. */
export interface ColumnLook {
  siteId: string;
  siteName: string;
  columnId: string;
  unitId: string;
  path: string[];
  url: string | null;
  class: ColumnClass;
  limit: Limit;
  verdict: Verdict;
  reason: Reason | null;
  /** Newest date the judgement rests on, and the last day in time after it. */
  lastUpdate: CalendarDate | null;
  dueOn: CalendarDate | null;
  empty: boolean;
}

/** Columns with a limit that exist on the day, with what the check `column-overdue` of a judgement says of each; in printing order. */
export async function looksAtColumns(
  db: Db,
  areaId: string,
  { judgementId, day, scope }: { judgementId: string; day: CalendarDate; scope: Scope },
): Promise<ColumnLook[]> {
  // The register decides which columns there are; one that the judgement does not know was not looked at.
  const { rows } = await sql<ColumnLook>`
    select c.site_id, s.name as site_name, c.id as column_id, c.unit_id, c.path, c.url, c.class, c.time_limit as "limit",
      coalesce(o.verdict, 'not-run') as verdict, case when o.verdict is null then 'no-evidence' else o.reason end as reason,
      o.measured ->> 'lastUpdate' as last_update, o.measured ->> 'dueOn' as due_on,
      coalesce(o.measured ->> 'empty' = 'true', false) as empty
    from site s
    join site_column c on c.site_id = s.id
    join unit u on u.area_id = s.area_id and u.id = c.unit_id
    left join observation o on o.judgement_id = ${judgementId} and o.check_id = 'column-overdue'
      and o.channel_id = c.site_id and o.subject_id = c.id
    where s.area_id = ${areaId} and c.time_limit is not null and c.url is not null
      and (c.active_from is null or c.active_from <= ${day}) and (c.active_to is null or c.active_to >= ${day})
      ${inScope(scope, sql`c.unit_id`, null)}
    order by u.position, u.id, s.position, c.position`.execute(db);
  return rows;
}
