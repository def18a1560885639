import { sql } from 'kysely';
import type { Finding } from '../checks/define.ts';
import type { Scope } from '../core/role.ts';
import { inScope } from './in-scope.ts';
import type { Db } from './schema.ts';

/** Findings of one judgement about channels of a caller's units that are warnings: they make nobody fail. */
export async function warningsOf(
  db: Db,
  areaId: string,
  judgementId: string,
  scope: Scope,
): Promise<{ channelId: string; finding: Finding }[]> {
  const { rows } = await sql<{ channelId: string; finding: Finding }>`
    select o.channel_id, f.finding
    from observation o
    join (
      select id, unit_id from site where area_id = ${areaId} union all select id, unit_id from account where area_id = ${areaId}
    ) c on c.id = o.channel_id
    cross join lateral json_array_elements(o.findings) with ordinality f (finding, position)
    where o.judgement_id = ${judgementId} and o.findings::text <> '[]' and f.finding ->> 'level' = 'warning'
      ${inScope(scope, sql`c.unit_id`, sql`f.finding ->> 'category'`)}
    order by o.channel_id, o.check_id, o.subject_id, f.position`.execute(db);
  return rows;
}
