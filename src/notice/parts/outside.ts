import type { FigureDefinition } from '../figure.ts';
import { counted, countOf } from '../figure-definitions.ts';
import type { Attachment } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { column } from '../table.ts';
import { figure, words } from '../words.ts';
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

/** Accounts found but not in the base, counted apart; nothing where there are none. */
export function outsideAccounts(snapshot: Snapshot): { runs: Run[]; figures: FigureDefinition[] } {
  if (!snapshot.channels.some((channel) => channel.type === 'account' && !channel.inBase)) return { runs: [], figures: [] };
  const from = countOf('channels', { column: 'type', in: ['account'] }, { column: 'inBase', in: [false] });
  return {
    runs: words`另有${figure('accounts.outside')}政务新媒体不在册，没有计入基数。`,
    figures: [counted('accounts.outside', '不在册的政务新媒体', '个', from)],
  };
}
