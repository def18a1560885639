import { z } from 'zod';
import { addDays, addMonths } from '../core/date.ts';
import { columnName } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { readColumn } from './lib/column-reading.ts';
import { countOption, lookWithinDays } from './lib/options.ts';
import { cannotTell, fail, finding, notApplicable, pass } from './lib/result.ts';
import { columnMeasured, columnPlace } from './lib/words.ts';

/** 仅公开1条信息、更新频率低 (seeds M23): a minimum of items in the twelve months before the monitored day. */
export const check = defineCheck({
  id: 'column-sparse',
  version: 1,
  clause: 'LC-7',
  subject: 'column',
  needs: ['column-list'],
  options: z.strictObject({
    wholeListBelow: countOption(5, '列表少于几条时，认为一页就是全部', 1),
    lookWithinDays: lookWithinDays(),
  }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '栏目内容偏少',
    line: '“栏目”栏目近一年仅公开几条信息',
    remedy: '按栏目定位补充应公开的信息，保持更新频率。',
    reviewer: '翻到列表末页，数近一年的条数。',
  },
  page: {
    why: '一年只发一条的栏目，没有超期也起不到公开的作用。',
    looksAt: '列表中近12个月的信息条数，与底册登记的该栏目全年条数下限比较。',
    limits:
      '没有登记下限的栏目、开设不满一年的栏目不检查。列表没有读到一年以前、又不能确认已读全的，有信息没有日期的，交人工判断。与“超期未更新”是两件事。',
    fires: ['全年下限2条，近一年只有1条：内容偏少。'],
    passes: ['全年下限2条，近一年有2条。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    const measured = { ...columnMeasured(column, column.limit), minimum: column.minimumPerYear };
    const since = addMonths(at, -12);
    if (column.minimumPerYear === null || column.url === null || (column.activeFrom ?? '') > since) return notApplicable(measured);
    const reading = readColumn(facts, at, options.lookWithinDays);
    if (reading.state === 'unknown') return { ...reading.unknown, findings: [], measured };
    if (reading.state === 'empty')
      return reading.had ? cannotTell('list-came-back-empty', measured) : notApplicable({ ...measured, empty: true });
    const items = reading.fact.data.items;
    const dated = items.flatMap((item) => item.date ?? []);
    const count = dated.filter((date) => date > since && date <= addDays(reading.day, 1)).length;
    const numbers = { ...measured, count, since };
    if (count >= column.minimumPerYear) return pass(numbers);
    if (reading.latest) return { ...reading.latest, findings: [], measured: numbers };
    if (dated.length < items.length) return cannotTell('no-date-shown', numbers);
    const whole = dated.some((date) => date <= since) || items.length < options.wholeListBelow;
    if (!whole) return cannotTell('needs-person', numbers);
    const text = `“${columnName(column.path)}”栏目近一年仅公开${count}条信息`;
    return fail([finding('problem', 'column_sparse', columnPlace(column), text, [reading.fact.id], numbers)], numbers);
  },
});
