import { CHANNEL_KINDS } from '../../core/message.ts';
import { listChannels, listRecipients } from '../../store/message-channels.ts';
import type { Db } from '../../store/schema.ts';
import type { Addressee } from './write-messages.ts';

/** Whom a unit's messages go to, and by which ways. */
export interface UnitPost {
  /** The recipients kept for the unit; the unit itself where there are none. */
  addresseesOf(unit: { id: string; name: string }): Addressee[];
  /** The first way of each, in words; what is written always stands in the inbox too. */
  waysOf(to: readonly Addressee[]): string;
}

/** Who is written to for the units of an area. */
export async function unitPost(db: Db, areaId: string): Promise<UnitPost> {
  const recipients = await listRecipients(db, areaId);
  const channels = new Map((await listChannels(db, areaId)).map(({ id, kind }) => [id, CHANNEL_KINDS[kind]]));
  return {
    addresseesOf({ id, name }) {
      const people = recipients.filter(({ unitId }) => unitId === id);
      return people.length > 0 ? people.map((one) => ({ name: one.name, unitId: id })) : [{ name, unitId: id }];
    },
    waysOf(to) {
      const names = to.map(({ name }) => name);
      const ways = recipients.filter(({ name }) => names.includes(name)).flatMap(({ routes }) => routes.slice(0, 1));
      const known = ways.flatMap(({ channelId }) => channels.get(channelId) ?? []);
      return ['站内消息', ...new Set(known)].join('、');
    },
  };
}
