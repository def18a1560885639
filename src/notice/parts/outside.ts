import type { Attachment } from '../model.ts';
import type { Snapshot } from '../snapshot.ts';
import { column } from '../table.ts';
import { kindOf } from './kinds.ts';

/** Channels that are not in the base of any rate, with the reason, listed apart so that nobody is dropped in silence. */
export function outsideAttachment(snapshot: Snapshot, title: string): Attachment[] {
  const rows = snapshot.channels
    .filter((channel) => !channel.inBase)
    .map((channel) => ({
      id: `outside/${channel.id}`,
      from: [channel.id],
      cells: { unit: channel.unitPrinted, kind: kindOf(channel).name, name: channel.name, reason: channel.outside },
    }));
  if (rows.length === 0) return [];
  const columns = [
    column('unit', '单位名称', 40),
    column('kind', '类型', 26),
    column('name', '名称', 44),
    column('reason', '未纳入统计的原因', 46),
  ];
  return [{ title, table: { id: 'outside', orientation: 'portrait', columns, rows, merges: [], notes: null } }];
}
