import { z } from 'zod';
import { daysBetween } from '../core/date.ts';
import { daysLeft, lastDayWithin, limitName } from '../core/limit.ts';
import { columnName } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { holdAgainst, readColumn } from './lib/column-reading.ts';
import { countOption, lookWithinDays } from './lib/options.ts';
import { finding, notApplicable, pass } from './lib/result.ts';
import { columnMeasured, columnPlace } from './lib/words.ts';

/** 即将到期 (seeds M07): listed and reminded, never a fail. */
export const check = defineCheck({
  id: 'column-due-soon',
  version: 1,
  clause: 'LC-2',
  subject: 'column',
  needs: ['column-list'],
  options: z.strictObject({
    horizonDays: countOption(30, '提前几天提醒（含）'),
    shareOfLimit: z.number().min(0).max(1).default(0.5).describe('提前天数最多占时限的几成，免得两周一更的栏目天天提醒'),
    lookWithinDays: lookWithinDays(),
  }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '栏目即将到期',
    line: '“栏目”栏目即将超过时限未更新',
    remedy: '在到期日之前发布新内容。',
    reviewer: '只提醒，不影响检查结果。',
  },
  page: {
    why: '到期之前提醒，单位来得及更新，少一次通报。',
    looksAt: '栏目最新一条信息的日期加上登记的时限，就是到期日；离到期日还有几天。',
    limits: '提前天数（含当天）由方案设定，且不超过时限的一半。已经超期的由“栏目超期未更新”认定。只列出提醒，检查结论仍为通过。',
    fires: ['提前30天：离到期29天、30天的列出。'],
    passes: ['离到期31天的不列。', '时限两周的栏目，离到期还有8天：不列。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    const measured = columnMeasured(column, column.limit);
    if (column.limit === null || column.url === null) return notApplicable(measured);
    const answer = holdAgainst(readColumn(facts, at, options.lookWithinDays), column.limit, at);
    if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured: { ...measured, lastUpdate: answer.newest } };
    if (answer.state !== 'in-time') return notApplicable(measured);
    const left = daysLeft(answer.newest, column.limit, at);
    const dueOn = lastDayWithin(answer.newest, column.limit);
    const horizon = Math.min(options.horizonDays, Math.floor(daysBetween(answer.newest, dueOn) * options.shareOfLimit));
    const numbers = { ...measured, lastUpdate: answer.newest, dueOn, daysLeft: left, horizon };
    if (left > horizon) return pass(numbers);
    const text = `“${columnName(column.path)}”栏目即将超过${limitName(column.limit)}未更新`;
    return pass(numbers, [finding('warning', 'column_due_soon', columnPlace(column), text, [answer.fact.id], numbers)]);
  },
});
