import { chineseDate } from '../../core/date.ts';
import type { NoticeDocument } from '../model.ts';
import { figureMap, plainText } from '../outline.ts';
import { type Disagreement, disagreement } from './disagreement.ts';

/** 成文日期, 印发日期, period and cut-off against each other (seeds N07, N17, N11). */
export function auditDates(document: NoticeDocument): Disagreement[] {
  const { period, signature, record } = document;
  const out: Disagreement[] = [];
  const date = (severity: 'refused' | 'blocks' | 'warns', place: string, message: string): void => {
    out.push(disagreement('date', severity, place, message));
  };
  if (signature.date === null) date('blocks', '落款', '没有成文日期');
  if (signature.date !== null && record.printedDate !== null && record.printedDate < signature.date) {
    date('refused', '版记', `印发日期${chineseDate(record.printedDate)}早于成文日期${chineseDate(signature.date)}`);
  }
  if (signature.date !== null && signature.date < period.cutoff) {
    date('blocks', '落款', `成文日期${chineseDate(signature.date)}早于统计截止日${chineseDate(period.cutoff)}`);
  }
  if (signature.date !== null && signature.date < period.to) {
    const span = `本期到${chineseDate(period.to)}结束，统计只到${chineseDate(period.cutoff)}`;
    date('warns', '落款', `成文日期${chineseDate(signature.date)}时本期尚未结束：${span}`);
  }
  if (period.cutoff < period.from || period.cutoff > period.to) {
    date('blocks', '统计截止日', `统计截止日${chineseDate(period.cutoff)}不在本期之内`);
  }
  return [...out, ...auditCutoffWords(document)];
}

const CUTOFF_WORDS = /截至\s*((?:\d{4}年)?\d{1,2}月\d{1,2}日)/gu;

/** A cut-off named in text or notes must be the snapshot's. The year may be left out. */
function auditCutoffWords(document: NoticeDocument): Disagreement[] {
  const right = chineseDate(document.period.cutoff);
  const figures = figureMap(document);
  const texts = [
    ...document.body.map((paragraph) => ({ place: paragraph.id, text: plainText(paragraph.runs, figures) })),
    ...document.attachments.flatMap(({ title, table }) =>
      (table.notes?.items ?? []).map((item) => ({ place: title, text: plainText(item, figures) })),
    ),
  ];
  return texts.flatMap(({ place, text }) =>
    [...text.matchAll(CUTOFF_WORDS)].flatMap(([, stated = '']) =>
      right.endsWith(stated)
        ? []
        : [disagreement('cutoff', 'blocks', place, `写的是截至${stated}，统计截止日为${right}`, { stated, recomputed: right })],
    ),
  );
}
