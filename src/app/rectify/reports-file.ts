import { listedReports, type ReportsAsked } from '../../core/lists/reports.ts';
import type { Scope } from '../../core/role.ts';
import { filterNote } from '../assessment/filter-note.ts';
import { listWorkbook } from '../assessment/workbook.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { statesOf, viewReports } from './view-reports.ts';

/** Rule by which lateness and completeness are told. */
const RULE =
  '口径：每个问题有整改反馈（或提出的异议）方为反馈；期限为该单位最晚一个问题的整改期限，逾期按工作日计；下属单位的问题并入所属单位。';

/** 整改情况扫描件上报情况 as a workbook, with the day it speaks of and the rule. */
export async function reportsFile(app: App, areaId: string, asked: { about: string | null; scope: Scope } & ReportsAsked) {
  const { area, title, today, rows: all } = await viewReports(app, areaId, asked);
  const rows = listedReports(all, asked);
  const bytes = await listWorkbook([
    {
      name: '扫描件上报情况',
      notes: [
        `${area}整改情况扫描件上报情况`,
        `${title ?? '没有交办过问题的通报'}，截至${today}。`,
        RULE,
        filterNote([['状态', asked.state && (statesOf([]).find(({ code }) => code === asked.state)?.name ?? asked.state)]]),
      ],
      head: ['单位', '问题数', '已反馈', '未反馈的问题', '期限', '状态', '逾期工作日', '上报日期', '经办人', 'SHA-256'],
      widths: [28, 8, 8, 60, 12, 16, 11, 12, 14, 66],
      rows: rows.map((row) => [
        row.unit.name,
        row.problems,
        row.answered,
        row.missing.map(({ place, text }) => `${place}：${text}`).join('\n'),
        row.due ?? '',
        row.state.name,
        row.lateWorkingDays,
        row.returned?.day ?? '',
        row.returned?.by ?? '',
        row.returned?.hash ?? '',
      ]),
    },
  ]);
  return { bytes, fileName: fileNameOf(`${area}整改情况扫描件上报情况${today}`, 'xlsx') };
}
