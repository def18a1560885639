import type { Insertable, Selectable } from 'kysely';
import type { Db, Tables } from './schema.ts';

/** 整改情况扫描件 of a unit: the file, what it was about, and how late it came. */
export type RectificationReport = Selectable<Tables['rectificationReport']>;

/** Keeps a report as the next version of its unit and matter; answers the version. */
export async function insertReport(db: Db, report: Omit<Insertable<Tables['rectificationReport']>, 'version'>): Promise<number> {
  const { areaId, about, unitId } = report;
  const { version } = await db
    .insertInto('rectificationReport')
    .values((eb) => ({
      ...report,
      version: eb
        .selectFrom('rectificationReport as earlier')
        .select(({ fn, lit }) => fn.coalesce(eb(fn.max('earlier.version'), '+', 1), lit(1)).as('next'))
        .where('earlier.areaId', '=', areaId)
        .where('earlier.about', '=', about)
        .where('earlier.unitId', '=', unitId),
    }))
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** The newest report of each unit about each of these matters. */
export async function newestReports(db: Db, areaId: string, about: readonly string[]): Promise<RectificationReport[]> {
  if (about.length === 0) return [];
  return db
    .selectFrom('rectificationReport')
    .distinctOn(['about', 'unitId'])
    .selectAll()
    .where('areaId', '=', areaId)
    .where('about', 'in', [...about])
    .orderBy('about')
    .orderBy('unitId')
    .orderBy('version', 'desc')
    .execute();
}
