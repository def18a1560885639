import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import type { UnitScope } from './scope.ts';
import { type EntriesView, viewEntries } from './view-entries.ts';
import { viewYear, type YearView } from './view-year.ts';
import { type ListSheet, listWorkbook } from './workbook.ts';

/** A year's scores and every entry behind them, with day and version of the scheme (.xlsx). */
export async function exportYear(app: App, areaId: string, year: number, scope: UnitScope) {
  const area = await areaOf(app, areaId);
  const view = await viewYear(app, areaId, year, scope);
  const entries = await viewEntries(app, areaId, year, { ...scope, size: null });
  const notes = yearNotes(area.name, view);
  const bytes = await listWorkbook([scoreSheet(view, notes), entrySheet(entries, notes), schemeSheet(view, notes)]);
  return { fileName: `${area.name}${year}年度考核得分.xlsx`, bytes };
}

export function yearNotes(area: string, { year, asOf, stage, scheme }: YearView): string[] {
  const rule = scheme.version === 0 ? '未保存方案，按系统底稿' : `第 ${scheme.version} 版`;
  return [
    `${area}${year}年度考核得分（${stage.name}）`,
    `统计截至 ${asOf}；依据《${scheme.title}》${scheme.documentNumber ?? ''}（${rule}），基本分 ${scheme.fullScore} 分`,
  ];
}

function scoreSheet({ scheme, units }: YearView, notes: readonly string[]): ListSheet {
  return {
    name: '得分',
    notes,
    head: ['分组', '名次', '单位', ...scheme.items.map(({ name }) => name), '总分', '上年得分', '上年名次'],
    widths: [14, 8, 24, ...scheme.items.map(() => 12), 10, 10, 10],
    rows: units.map(({ group, place, name, items, score, lastYear }) => [
      ...[group, place, name],
      ...items.map((item) => item.score),
      ...[score, lastYear?.score ?? null, lastYear?.place ?? null],
    ]),
  };
}

const CAPPED = { no: '', part: '已达上限，部分计入', whole: '已达上限，本笔计 0 分' } as const;

export function entrySheet({ rows }: Pick<EntriesView, 'rows'>, notes: readonly string[]): ListSheet {
  return {
    name: '计分记录',
    notes,
    head: ['单位', '项目', '日期', '应计', '实计', '上限', '事由', '依据', '异议'],
    widths: [22, 14, 12, 8, 8, 20, 60, 44, 40],
    rows: rows.map(({ unit, item, day, points, counted, capped, reason, basis, objections }) => [
      ...[unit.name, item.name, day, points, counted, CAPPED[capped], reason, basisWords(basis)],
      objections.map(objectionWords).join('；'),
    ]),
  };
}

function basisWords({ period, channel, problems, notice, prompt, hand }: EntriesView['rows'][number]['basis']): string {
  const parts = [
    period && channel ? `${period.label} ${channel.name}` : '',
    problems.length > 0 ? `问题 ${problems.join('、')}` : '',
    notice ? `《${notice.title}》` : '',
    prompt ? `工作提示“${prompt.heading}”` : '',
    hand ? `${hand.proof}（${hand.by}记）` : '',
  ];
  return parts.filter(Boolean).join('；');
}

function objectionWords({ raisedBy, reason, decision }: EntriesView['rows'][number]['objections'][number]): string {
  const answer = decision ? `${decision.by}${decision.outcome === 'accepted' ? '采纳' : '不采纳'}：${decision.reason}` : '未答复';
  return `${raisedBy}：${reason}（${answer}）`;
}

function schemeSheet({ scheme }: YearView, notes: readonly string[]): ListSheet {
  return {
    name: '考核方案',
    notes,
    head: ['项目', '基本分', '计分依据', '方向', '每笔分值', '上限'],
    widths: [20, 10, 22, 8, 10, 10],
    rows: scheme.items.map(({ name, base, source, effect, points, cap }) => [
      ...[name, base, source.name, effect === 'deduct' ? '扣分' : '加分'],
      source.code === 'hand' ? '逐笔填写' : points,
      cap ?? '不限',
    ]),
  };
}
