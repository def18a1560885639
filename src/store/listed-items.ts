import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import { batches } from './batch.ts';
import type { Db, Tables } from './schema.ts';
import { storableText } from './text.ts';

export type ListedItem = Selectable<Tables['listedItem']>;

const isList = (fact: Fact): fact is Fact<'column-list'> => fact.kind === 'column-list';

/** Notes every dated entry that the looks at lists among these facts show for the first time. */
export async function noteListedItems(db: Db, facts: readonly Fact[]): Promise<void> {
  const rows = facts.filter(isList).flatMap(({ id: factId, channelId, subjectId, at: firstAt, data: { url: base, items } }) =>
    items.flatMap(({ date: day, title, href }, place): ListedItem[] => {
      const words = { title: storableText(title), href: href && storableText(href), base: storableText(base) };
      return day === null ? [] : [{ channelId, subjectId, day, ...words, firstAt, factId, place }];
    }),
  );
  for (const part of batches(rows))
    await db
      .insertInto('listedItem')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Entries dated `from` to `to` that lists of these sites had shown by a moment, in the order in which they were first seen. */
export async function listedItems(
  db: Db,
  siteIds: readonly string[],
  { from, to, seenBy }: { from: CalendarDate; to: CalendarDate; seenBy: Instant },
): Promise<ListedItem[]> {
  return db
    .selectFrom('listedItem')
    .selectAll()
    .where('channelId', '=', sql<string>`any(${siteIds}::text[])`)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('firstAt', '<=', seenBy)
    .orderBy('channelId')
    .orderBy('firstAt')
    .orderBy('factId')
    .orderBy('place')
    .execute();
}
