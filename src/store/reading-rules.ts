import type { Selectable } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { RuleFault } from '../evidence/facts.ts';
import type { ReadingRule } from '../subjects/reading-rule.ts';
import type { Db, Tables } from './schema.ts';

/** A rule in force, with its last self-test; `testedAt` null = never tested. */
export interface KeptRule extends ReadingRule {
  testedAt: Instant | null;
  fault: RuleFault | null;
}

/** Puts a rule in force and retires the column's others. Accepting the same rule again brings it back. */
export async function putReadingRule(db: Db, rule: ReadingRule, at: Instant): Promise<void> {
  await db
    .updateTable('readingRule')
    .set({ retiredAt: at })
    .where('siteId', '=', rule.siteId)
    .where('columnId', '=', rule.columnId)
    .where('retiredAt', 'is', null)
    .execute();
  const { example, selectors, ...rest } = rule;
  await db
    .insertInto('readingRule')
    .values({
      ...rest,
      selectors: JSON.stringify(selectors),
      exampleUrl: example.url,
      exampleBlob: example.blob,
      exampleRows: JSON.stringify(example.rows),
      retiredAt: null,
      testedAt: at,
      fault: null,
    })
    .onConflict((conflict) => conflict.columns(['siteId', 'columnId', 'id']).doUpdateSet({ retiredAt: null, testedAt: at, fault: null }))
    .execute();
}

/** Takes a column's rule out of force; the general reader reads it again. Answers whether there was one. */
export async function retireReadingRule(db: Db, siteId: string, columnId: string, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('readingRule')
    .set({ retiredAt: at })
    .where('siteId', '=', siteId)
    .where('columnId', '=', columnId)
    .where('retiredAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Rules in force of some sites, by site and column. */
export async function listReadingRules(db: Db, siteIds: readonly string[]): Promise<KeptRule[]> {
  if (siteIds.length === 0) return [];
  const rows = await db
    .selectFrom('readingRule')
    .selectAll()
    .where('siteId', 'in', siteIds)
    .where('retiredAt', 'is', null)
    .orderBy('siteId')
    .orderBy('columnId')
    .execute();
  return rows.map(fromRow);
}

/** Keeps the outcome of a self-test. */
export async function keepRuleTest(db: Db, rule: Pick<ReadingRule, 'siteId' | 'columnId' | 'id'>, fault: RuleFault | null, at: Instant) {
  await db
    .updateTable('readingRule')
    .set({ testedAt: at, fault })
    .where('siteId', '=', rule.siteId)
    .where('columnId', '=', rule.columnId)
    .where('id', '=', rule.id)
    .execute();
}

/** Keeps that somebody vouched for a look; again for the same look changes nothing. */
export async function acceptLook(db: Db, row: Tables['readingAccepted']): Promise<void> {
  await db
    .insertInto('readingAccepted')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The look of each column of a site that somebody vouched for last. */
export async function acceptedLooks(db: Db, siteId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('readingAccepted')
    .select(['columnId', 'factId'])
    .where('siteId', '=', siteId)
    .orderBy('acceptedAt')
    .execute();
  return new Map(rows.map(({ columnId, factId }) => [columnId, factId]));
}

function fromRow({ exampleUrl, exampleBlob, exampleRows, retiredAt: _retiredAt, ...rest }: Selectable<Tables['readingRule']>): KeptRule {
  return { ...rest, example: { url: exampleUrl, blob: exampleBlob, rows: exampleRows } };
}
