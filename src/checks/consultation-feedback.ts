import { z } from 'zod';
import type { CalendarDate } from '../core/date.ts';
import { lastDayWithin, limitName } from '../core/limit.ts';
import type { ListItem } from '../evidence/facts.ts';
import { columnName } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { readColumn } from './lib/column-reading.ts';
import { limitOption, lookWithinDays } from './lib/options.ts';
import { cannotTell, finding, notApplicable, pass } from './lib/result.ts';
import { columnMeasured, shortDate } from './lib/words.ts';

const FEEDBACK = /反馈|采纳|结果|征求意见情况|征集情况/;
const ASKS = /征求|征集|调查|问卷|意见建议/;
/** Words that every consultation's title carries; what is left names the matter. */
const COMMON =
  /[《》“”（）()、，。：\s]|关于|面向社会|社会公众|公众|公开|向社会|征求|征集|意见建议|意见|建议|公告|公示|通知|启事|问卷|调查|征求意见稿|草案|结果|反馈|采纳|情况|的/g;

/** 调查征集 without published feedback (seeds M22). A matter's feedback may stand elsewhere, so a person decides. */
export const check = defineCheck({
  id: 'consultation-feedback',
  version: 1,
  clause: 'LC-9',
  subject: 'column',
  needs: ['column-list'],
  options: z.strictObject({ feedbackWithin: limitOption('P3M', '征集发布后多长时间内应公布结果反馈'), lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '调查征集未见结果反馈',
    line: '调查征集发布后长期未见结果反馈',
    remedy: '公布意见征集的采纳情况；反馈发布在别处的，在征集页面加上链接。',
    reviewer: '打开征集页面看截止日期；在网站内搜索反馈是否发布在其他栏目。',
  },
  page: {
    why: '只征集、不反馈，群众的意见石沉大海。',
    looksAt: '调查征集类栏目的列表：每条征集之后，同一栏目中有没有同一事项的结果反馈、采纳情况。',
    limits: '只看列表标题；反馈可能发布在其他栏目或者原页面上，因此只提请人工查看，不直接认定。近一年以外的不看。',
    fires: ['2022-06-01征集，2022-09-02仍无同一事项的反馈：提请查看。'],
    passes: ['列表中有同一事项的“采纳情况”。', '征集尚不满3个月。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    const measured = columnMeasured(column, column.limit);
    if (column.class !== 'consultation' || column.url === null) return notApplicable(measured);
    const reading = readColumn(facts, at, options.lookWithinDays);
    if (reading.state === 'unknown') return { ...reading.unknown, findings: [], measured };
    if (reading.state === 'empty') return notApplicable({ ...measured, empty: true });
    const { items } = reading.fact.data;
    const answers = items.filter(({ title }) => FEEDBACK.test(title));
    const asked = items.filter((item) => ASKS.test(item.title) && !FEEDBACK.test(item.title));
    const open = asked.filter((item) => isOverdue(item, options.feedbackWithin, at) && !answers.some((answer) => sameMatter(item, answer)));
    const numbers = { ...measured, consultations: asked.length, feedbacks: answers.length, open: open.length };
    if (open.length === 0) return pass(numbers);
    const notes = open.map((item) => {
      const place = {
        type: 'page' as const,
        id: `${column.id}/${item.href ?? item.title}`,
        label: `${columnName(column.path)}：${item.title}`,
        url: item.href,
      };
      const text = `《${item.title}》${shortDate(item.date as CalendarDate, at)}发布，超过${limitName(options.feedbackWithin)}未见结果反馈`;
      return finding('note', 'interaction_poor', place, text, [reading.fact.id], { title: item.title, date: item.date });
    });
    return cannotTell('needs-person', numbers, notes);
  },
});

/** Over its time, and not so old that nobody would answer it any more. */
function isOverdue({ date }: ListItem, within: string, at: CalendarDate): boolean {
  return date !== null && lastDayWithin(date, within) < at && lastDayWithin(date, 'P1Y') >= at;
}

function sameMatter(asked: ListItem, answer: ListItem): boolean {
  const core = asked.title.replace(COMMON, '');
  return core !== '' && answer.title.replace(COMMON, '').includes(core);
}
