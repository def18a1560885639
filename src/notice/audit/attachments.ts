import type { NoticeDocument } from '../model.ts';
import { attachmentMark } from '../outline.ts';
import { cellText } from '../table.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** Titles in the list under the text against those over the tables (seeds N10). */
export function auditAttachmentTitles(document: NoticeDocument): Disagreement[] {
  const count = Math.max(document.attachments.length, document.attachmentList.length);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const listed = document.attachmentList[i] ?? null;
    const over = document.attachments[i]?.title ?? null;
    if (listed === over) return [];
    const mark = attachmentMark(i, count);
    const message =
      listed === null
        ? `${mark}“${over}”没有列入附件说明`
        : over === null
          ? `附件说明列有${mark}“${listed}”，但没有这个附件`
          : `${mark}表上标题为“${over}”，附件说明中为“${listed}”，两处应一致`;
    return [disagreement('attachment-title', 'blocks', mark, message, { stated: listed, recomputed: over })];
  });
}

/** Rows of the attachments against those the snapshot gives: a cell changed by hand, a row left out or put in. */
export function auditAttachmentRows(document: NoticeDocument, fresh: NoticeDocument): Disagreement[] {
  return fresh.attachments.flatMap((expected) => {
    const index = document.attachments.findIndex((attachment) => attachment.table.id === expected.table.id);
    const actual = document.attachments[index];
    if (!actual) return [disagreement('attachment-row', 'blocks', '附件', `快照应有附件“${expected.title}”，文中没有`)];
    const mark = attachmentMark(index, document.attachments.length);
    const rows = new Map(actual.table.rows.map((row) => [row.id, row]));
    const wanted = new Set(expected.table.rows.map((row) => row.id));
    const extra = actual.table.rows
      .filter((row) => !wanted.has(row.id))
      .map((row) => disagreement('attachment-row', 'blocks', mark, `${mark}多出一行（${row.id}），快照中没有`));
    const differing = expected.table.rows.flatMap((row, i) => {
      const printed = rows.get(row.id);
      if (!printed) return [disagreement('attachment-row', 'blocks', mark, `${mark}缺少第${i + 1}行（${firstCell(expected.table, row)}）`)];
      return expected.table.columns.flatMap(({ key, title }) => {
        const [stated, recomputed] = [cellText(actual.table, printed, key), cellText(expected.table, row, key)];
        if (stated === recomputed) return [];
        const message = `${mark}第${i + 1}行“${title}”写的是“${stated}”，快照为“${recomputed}”`;
        return [disagreement('attachment-row', 'blocks', mark, message, { stated, recomputed })];
      });
    });
    return [...extra, ...differing];
  });
}

function firstCell(
  table: NoticeDocument['attachments'][number]['table'],
  row: NoticeDocument['attachments'][number]['table']['rows'][number],
): string {
  return table.columns.map((column) => cellText(table, row, column.key)).find((text) => text !== '') ?? '';
}
