import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import { fromRow } from './facts.ts';
import type { Db, Tables } from './schema.ts';

/** The last look at each link, picture or attachment of a site that did not open then, seen after `after` and before `before`. */
export async function failedLinks(db: Db, siteId: string, after: Instant, before: Instant): Promise<Fact<'link'>[]> {
  const { rows } = await sql<Selectable<Tables['fact']>>`
    select * from (
      select distinct on (subject_id) * from fact
      where channel_id = ${siteId} and kind = 'link' and at > ${after} and at < ${before}
      order by subject_id, at desc, id desc
    ) latest
    where data ->> 'outcome' <> 'ok'
    order by at, id`.execute(db);
  return rows.map((row) => fromRow<'link'>(row));
}
