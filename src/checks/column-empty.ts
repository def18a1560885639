import { z } from 'zod';
import { columnName } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { emptiness } from './lib/emptiness.ts';
import { countOption, lookWithinDays } from './lib/options.ts';
import { fail, finding, notApplicable, pass } from './lib/result.ts';
import { columnMeasured, columnPlace } from './lib/words.ts';

const CONFIRM = { looks: 2, hoursApart: 12 };

/** 空白栏目, 国办秘函〔2019〕19号: nothing since the column was opened. */
export const check = defineCheck({
  id: 'column-empty',
  version: 2,
  clause: 'DD-1.7',
  subject: 'column',
  needs: ['column-list'],
  options: z.strictObject({
    looks: countOption(CONFIRM.looks, '认定前至少查看几次', 1),
    hoursApart: countOption(CONFIRM.hoursApart, '首末两次查看至少相隔几小时'),
    lookWithinDays: lookWithinDays(),
  }),
  confirm: CONFIRM,
  words: {
    title: '空白栏目',
    line: '“栏目”栏目没有任何内容',
    remedy: '补充内容；暂时没有内容的，先撤下栏目。',
    reviewer: '确认页面已加载完整，内容不是由脚本后来填入，也不是只作跳转的栏目。',
  },
  page: {
    why: '空白栏目让群众白点一次，是检查指标点名的问题。',
    looksAt: '栏目页面能正常打开、能读懂，而其中没有一条信息。',
    limits:
      '需隔开几次查看都是空白才认定。以前读到过内容、这次读出为空的，先交人工看一眼；另一天再看仍为空、页面结构没有变的才认定，页面改版的不认定，由运行人员处理。页面打不开、读不出列表的不算空白。',
    fires: ['相隔一天的两次查看，页面都没有任何信息。'],
    passes: ['列表有一条信息。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    const measured = columnMeasured(column, column.limit);
    if (column.url === null) return notApplicable(measured);
    const answer = emptiness(facts, at, options);
    if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured: { ...measured, looks: answer.looks } };
    if (answer.state === 'items') return pass({ ...measured, items: answer.count });
    const numbers = { ...measured, looks: answer.looks.length };
    const text = `“${columnName(column.path)}”栏目没有任何内容`;
    const evidence = answer.looks.map((fact) => fact.id);
    return fail([finding('problem', 'column_empty', columnPlace(column), text, evidence, numbers)], numbers);
  },
});
