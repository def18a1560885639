import { sql } from 'kysely';
import type { CalendarDate } from '../core/date.ts';
import type { Limit } from '../core/limit.ts';
import type { Scope } from '../core/role.ts';
import { inScope } from './in-scope.ts';
import type { Db } from './schema.ts';

/** A column or an account that a judgement found within its limit. */
export interface WithinLimit {
  what: 'column' | 'account';
  id: string;
  unitId: string;
  /** Of the site; for an account its platform. */
  carrier: string;
  path: string[];
  url: string | null;
  limit: Limit;
  lastUpdate: CalendarDate;
  /** Days before the last one from which the check of columns warns; null: no check says. */
  warnDays: number | null;
}

/** Columns and accounts of a scope that a judgement found in time, with the day they were last updated. */
export async function withinLimits(
  db: Db,
  areaId: string,
  { judgementId, day, scope }: { judgementId: string; day: CalendarDate; scope: Scope },
): Promise<WithinLimit[]> {
  const { rows } = await sql<WithinLimit>`
    select 'column' as what, c.id, c.unit_id, s.name as carrier, c.path, c.url, o.measured ->> 'limit' as "limit",
      o.measured ->> 'lastUpdate' as last_update, (o.measured ->> 'horizon')::int as warn_days
    from site s
    join site_column c on c.site_id = s.id
    join observation o on o.judgement_id = ${judgementId} and o.check_id = 'column-due-soon'
      and o.channel_id = c.site_id and o.subject_id = c.id and o.verdict = 'pass'
    where s.area_id = ${areaId} and (c.active_from is null or c.active_from <= ${day}) and (c.active_to is null or c.active_to >= ${day})
      ${inScope(scope, sql`c.unit_id`, null)}
    union all
    select 'account', a.id, a.unit_id, a.platform, array[a.name], null, o.measured ->> 'limit', o.measured ->> 'lastUpdate', null
    from account a
    join observation o on o.judgement_id = ${judgementId} and o.check_id = 'account-stale'
      and o.channel_id = a.id and o.subject_id = a.id and o.verdict = 'pass'
    where a.area_id = ${areaId} ${inScope(scope, sql`a.unit_id`, null)}`.execute(db);
  return rows.filter(({ limit, lastUpdate }) => limit !== null && lastUpdate !== null);
}
