import { type Selectable, sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';

/** An external site as met on pages of one site. */
export interface MetHost {
  name: string;
  url: string;
  /** The first pages, with the words of the link. */
  foundOn: readonly { url: string; text: string }[];
  foundOnCount: number;
}
export interface KnownHost extends MetHost {
  siteId: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}
export type HostDecision = Selectable<Tables['externalHostDecision']>;

/** Notes what a scan met; a name met before keeps the moment it was first seen. */
export async function noteHosts(db: Db, siteId: string, met: readonly MetHost[], at: Instant): Promise<void> {
  for (const part of batches(met))
    await db
      .insertInto('externalHost')
      .values(part.map(({ foundOn, ...host }) => ({ ...host, siteId, firstSeenAt: at, lastSeenAt: at, foundOn: JSON.stringify(foundOn) })))
      .onConflict((conflict) =>
        conflict.columns(['siteId', 'name']).doUpdateSet(({ ref }) => ({
          lastSeenAt: ref('excluded.lastSeenAt'),
          url: ref('excluded.url'),
          foundOn: ref('excluded.foundOn'),
          foundOnCount: ref('excluded.foundOnCount'),
        })),
      )
      .execute();
}

/** External sites of these sites met since a moment, by site and name. */
export async function knownHosts(db: Db, siteIds: readonly string[], since: Instant): Promise<KnownHost[]> {
  const rows = await db
    .selectFrom('externalHost')
    .selectAll()
    .where('siteId', '=', sql<string>`any(${siteIds}::text[])`)
    .where('lastSeenAt', '>=', since)
    .orderBy('siteId')
    .orderBy('name')
    .execute();
  return rows.map(({ foundOn, ...row }) => ({ ...row, foundOn: JSON.parse(foundOn) as MetHost['foundOn'] }));
}

/** When the first external site of a site was noted; null when none ever was. */
export async function hostsKnownSince(db: Db, siteId: string): Promise<Instant | null> {
  const row = await db
    .selectFrom('externalHost')
    .select(({ fn }) => fn.min('firstSeenAt').as('at'))
    .where('siteId', '=', siteId)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** The decisions that stand in an area: of each site and name the newest. `siteId` '' = the whole area. */
export async function standingDecisions(db: Db, areaId: string): Promise<HostDecision[]> {
  return db
    .selectFrom('externalHostDecision')
    .selectAll()
    .distinctOn(['siteId', 'name'])
    .where('areaId', '=', areaId)
    .orderBy('siteId')
    .orderBy('name')
    .orderBy('seq', 'desc')
    .execute();
}

/** Adds a decision behind those there are. Two at once on one name cannot both be next: the later one fails and writes nothing. */
export async function addDecision(db: Db, decision: Omit<HostDecision, 'seq'>): Promise<void> {
  const last = await db
    .selectFrom('externalHostDecision')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('areaId', '=', decision.areaId)
    .where('siteId', '=', decision.siteId)
    .where('name', '=', decision.name)
    .executeTakeFirst();
  await db
    .insertInto('externalHostDecision')
    .values({ ...decision, seq: (last?.seq ?? 0) + 1 })
    .execute();
}

interface ForeignAddress {
  url: string;
  foundOn: string;
  foundOnCount: number;
}

/** Foreign links of a scan in hand, in pages of `limit`, by the order in which they were met. */
export async function foreignAddresses(db: Db, scan: { siteId: string; runId: string }, after: number, limit: number) {
  const { rows } = await sql<ForeignAddress & { seq: number }>`
    select seq, url, found_on, found_on_count from scan_address
    where site_id = ${scan.siteId} and run_id = ${scan.runId} and not own and relation = 'link' and seq > ${after}
    order by seq limit ${limit}`.execute(db);
  return rows.map(({ foundOn, ...row }) => ({
    ...row,
    foundOn: (JSON.parse(foundOn) as [string, string, boolean][]).map(([url, text]) => ({ url, text })),
  }));
}
