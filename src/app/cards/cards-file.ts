import { dateAt } from '../../core/date.ts';
import { filterNote, namesOf } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type CardsAsked, cardRow, narrowedCards, unitNames } from './view-cards.ts';

const HEADS = ['责任单位', '网站、账号', '条款', '检查', '结果', '回答', '查看了什么、发现了什么', '回答人', '回答日期', '更正次数'];
const WIDTHS = [24, 28, 12, 24, 12, 24, 60, 12, 12, 10];

/** 人工检查 of a period as a workbook, narrowed as the list is; above it the day, the version of the rules and what narrows it. */
export async function cardsFile(app: App, areaId: string, asked: CardsAsked): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { due, rows } = await narrowedCards(app, areaId, asked);
  const names = unitNames(due);
  const lines = rows.map((row): (string | number)[] => {
    const { unit, channel, clause, card, standing, answer } = cardRow(row, names);
    const said = answer && [answer.looked, ...answer.details.map(({ label, url, text }) => `${label}：${text}${url ? ` ${url}` : ''}`)];
    return [
      ...[unit.name, channel.name, clause, card.title, standing.name, answer?.label ?? ''],
      ...[
        said?.filter(Boolean).join('；') ?? '',
        answer?.person ?? '',
        answer ? dateAt(answer.at) : '',
        Math.max(0, row.answers.length - 1),
      ],
    ];
  });
  const drawn = due.sample ? `随机抽取${due.sample.drawn}个（共${due.sample.of}个），种子“${due.sample.seed}”。` : '';
  const { units, sites, accounts } = due.register;
  const bytes = await listWorkbook([
    {
      ...{ name: '人工检查', head: HEADS, widths: WIDTHS, rows: lines },
      notes: [
        `${area.name}${due.period.label}人工检查`,
        `截至${due.day}；未回答的为未检查，不作通过。${drawn}检查指标：${due.sheet.name}（${due.sheet.key}）。`,
        filterNote([
          ['条款', asked.clauses.join('、')],
          ['单位', namesOf(asked.unitIds, units)],
          ['网站、账号', namesOf(asked.channelIds, [...sites, ...accounts])],
          ['回答', asked.answered && { yes: '已回答', no: '未回答' }[asked.answered]],
        ]),
      ],
    },
  ]);
  return { fileName: `${area.name}${due.period.label}人工检查.xlsx`, bytes };
}
