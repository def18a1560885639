import { explainFigure } from '../explain.ts';
import { type Figure, printFigure } from '../figure.ts';
import type { NoticeDocument } from '../model.ts';
import { attachmentMark } from '../outline.ts';
import type { Snapshot } from '../snapshot.ts';

/** On what a figure rests, in words: 附件1共44行，其中39行; 39家 ÷ 44家. */
export function basisText(document: NoticeDocument, snapshot: Snapshot, figure: Figure): string {
  const basis = explainFigure(document, snapshot, figure.id);
  if (!basis) return '';
  if (figure.from.op === 'rate' && figure.value === null && figure.from.undecided !== undefined) return '没有可以计算的合格率';
  if (figure.from.op === 'rate') return basis.parts.map(printFigure).join(' ÷ ');
  if (figure.from.op === 'total') return basis.parts.map(printFigure).join(' + ');
  if (figure.from.op === 'difference') return basis.parts.map(printFigure).join(' − ');
  if (figure.from.op === 'given') return '快照所载的来源系统数值';
  const index = document.attachments.findIndex((attachment) => attachment.table.id === basis.table);
  const where = index === -1 ? '快照台账' : attachmentMark(index, document.attachments.length);
  return figure.from.op === 'count' ? `${where}共${basis.outOf}行，符合的${basis.rows.length}行` : `${where}${basis.rows.length}行`;
}
