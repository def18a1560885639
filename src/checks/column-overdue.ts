import { z } from 'zod';
import { daysBetween } from '../core/date.ts';
import { lastDayWithin, limitName } from '../core/limit.ts';
import { columnName } from '../subjects/column.ts';
import { defineCheck } from './define.ts';
import { holdAgainst, readColumn } from './lib/column-reading.ts';
import { lookWithinDays } from './lib/options.ts';
import { fail, finding, notApplicable, pass } from './lib/result.ts';
import { columnMeasured, columnPlace } from './lib/words.ts';

/** 国办秘函〔2019〕19号 其他栏目; limits by column as the 郎溪 notices keep them (seeds M06, M08). */
export const check = defineCheck({
  id: 'column-overdue',
  version: 2,
  clause: 'DD-1.7',
  subject: 'column',
  needs: ['column-list'],
  options: z.strictObject({ lookWithinDays: lookWithinDays() }),
  confirm: { looks: 1, hoursApart: 0 },
  words: {
    title: '栏目超期未更新',
    line: '“栏目”栏目超过时限未更新',
    remedy: '发布应公开的新内容；确无内容可发的，申请调整时限或者停用栏目。',
    reviewer: '打开栏目列表，核对最新一条的日期；注意置顶、倒序和翻页。',
  },
  page: {
    why: '栏目长期不更新，群众看到的是过时信息；空挂的栏目不如不设。',
    looksAt: '栏目列表各条信息的日期取最新一条（不是第一条），必要时用信息页上的日期补充，与底册登记的该单位该栏目的更新时限比较。',
    limits:
      '按日历月、年计算，不按182天、365天折算；到期当天仍在时限内，次日起超期。没有登记时限的栏目不检查。日期只能推算、相互矛盾、晚于查看日或者有信息没有日期而可能更新的，交人工判断。读出的列表与以前完全对不上的，可能是改版，不认定超期，交人工判断。页面上另有日期更新、又没有标明是别的栏目的列表的，同样交人工判断。空白栏目由“空白栏目”检查认定。',
    fires: ['时限半年，最新一条2022-06-15，2022-12-16查看：超过半年未更新。'],
    passes: ['同一栏目2022-12-15查看：仍在时限内。', '第一条是2020年的置顶信息，其后有上周的信息：在时限内。'],
  },
  judge({ subject: { column }, facts }, at, options) {
    if (column.limit === null || column.url === null) return notApplicable(columnMeasured(column, column.limit));
    const answer = holdAgainst(readColumn(facts, at, options.lookWithinDays), column.limit, at);
    const measured = columnMeasured(column, column.limit);
    if (answer.state === 'unknown') return { ...answer.unknown, findings: [], measured: { ...measured, lastUpdate: answer.newest } };
    if (answer.state === 'empty') return notApplicable({ ...measured, empty: true });
    const numbers = {
      ...measured,
      lastUpdate: answer.newest,
      days: daysBetween(answer.newest, at),
      dueOn: lastDayWithin(answer.newest, column.limit),
    };
    if (answer.state === 'in-time') return pass(numbers);
    const text = `“${columnName(column.path)}”栏目超过${limitName(column.limit)}未更新`;
    return fail([finding('problem', 'column_overdue', columnPlace(column), text, [answer.fact.id], numbers)], numbers);
  },
});
