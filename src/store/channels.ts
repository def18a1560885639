import type { Channel } from '../subjects/channel.ts';
import { accountFromRow } from './accounts.ts';
import type { Db } from './schema.ts';
import { siteFromRow } from './sites.ts';

/** A site or account of an area; null when neither has this id. */
export async function findChannel(db: Db, areaId: string, id: string): Promise<Channel | null> {
  const site = await db.selectFrom('site').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst();
  if (site) return siteFromRow(site);
  const account = await db.selectFrom('account').selectAll().where('areaId', '=', areaId).where('id', '=', id).executeTakeFirst();
  return account ? accountFromRow(account) : null;
}
