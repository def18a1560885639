import type { FigureDefinition } from '../figure.ts';
import { counted, countOf } from '../figure-definitions.ts';
import type { Attachment } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import type { InterpretationRow } from '../snapshot-disclosure.ts';
import { column, type Table, type TableRow } from '../table.ts';
import { figure, words } from '../words.ts';

const TABLE = 'interpretations';

/** Forms still missing, and those that could fill the gap: all that count and are not there yet (seeds I03, rule T1). */
export function interpretationGap({ required, accepted, present }: InterpretationRow): { missing: number; lacking: string[] } {
  const found = new Set(present);
  return { missing: Math.max(0, required - found.size), lacking: accepted.filter((form) => !found.has(form)) };
}

/** 缺访谈、图解、音频、H5等其中1种形式的政策解读. */
function gapWords(row: InterpretationRow): string {
  const { missing, lacking } = interpretationGap(row);
  return `缺${lacking.join('、')}等其中${missing}种形式的政策解读`;
}

/** 未按要求完成政策解读的文件: one row for each document that lacks a form; empty when none does. */
export function interpretationAttachment(snapshot: Snapshot, title: string): Attachment[] {
  const short = (snapshot.disclosure?.interpretations ?? []).filter((row) => interpretationGap(row).missing > 0);
  if (short.length === 0) return [];
  const rows = short.map((row, index): TableRow => {
    const cells = {
      number: index + 1,
      document: row.number,
      title: row.title,
      problem: gapWords(row),
      drafter: row.drafter,
      // Not printed: the sum of the text rests on it.
      missing: interpretationGap(row).missing,
    };
    return { id: `${TABLE}/${row.id}`, from: [row.id], cells };
  });
  const columns = [
    column('number', '序号', 11, { type: 'ordinal', align: 'center' }),
    column('document', '文号', 31),
    column('title', '标题', 48),
    column('problem', '问题', 38),
    column('drafter', '牵头起草部门', 28),
  ];
  const table: Table = { id: TABLE, orientation: 'portrait', columns, rows, merges: [], notes: null };
  return [{ title, table }];
}

/** How many documents lack how many forms; nothing where the attachment is not there. */
export function interpretationSentence(snapshot: Snapshot): { runs: Run[]; figures: FigureDefinition[] } {
  if (interpretationAttachment(snapshot, '').length === 0) return { runs: [], figures: [] };
  return {
    runs: words`政策解读形式不足的文件${figure('interpretations.documents')}，共缺${figure('interpretations.missing')}解读形式，逐件列在附件中。`,
    figures: [
      counted('interpretations.documents', '政策解读形式不足的文件', '件', countOf(TABLE)),
      counted('interpretations.missing', '缺少的解读形式', '种', { op: 'sum', table: TABLE, columns: ['missing'] }),
    ],
  };
}
