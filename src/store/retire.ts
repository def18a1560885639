import { sql } from 'kysely';
import type { Instant } from '../core/date.ts';
import type { Db } from './schema.ts';

/** Tables whose rows are taken out of use and never removed. */
type Retiring = 'mediaMatrix' | 'requirement' | 'messageChannel' | 'messageRecipient' | 'officeForm' | 'bodyEntry';

/** Takes the row of that key out of use at a moment; answers whether there was one in use. */
export async function retire(db: Db, table: Retiring, key: { areaId: string } & Record<string, string>, at: Instant): Promise<boolean> {
  const same = Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  const done =
    await sql`update ${sql.table(table)} set retired_at = ${at} where ${sql.join(same, sql` and `)} and retired_at is null`.execute(db);
  return (done.numAffectedRows ?? 0n) > 0n;
}
