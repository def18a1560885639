import { listedScores } from '../../core/lists/scores.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type Filter, filterNote } from './filter-note.ts';
import { type EntriesAsked, type EntriesView, viewEntries } from './view-entries.ts';
import { viewYear, type YearView } from './view-year.ts';
import { type ListSheet, listWorkbook } from './workbook.ts';

/** What narrows the units whose scores are saved, and among their entries which. */
export interface YearAsked extends Pick<EntriesAsked, 'itemId' | 'state' | 'words'> {
  unitId?: string | undefined;
  group?: string | undefined;
  /** Words within the unit's name. */
  q?: string | undefined;
}

/** A year's scores and the entries behind them, those asked for, with day and version of the scheme (.xlsx). */
export async function exportYear(app: App, areaId: string, year: number, { group, q, unitId, ...rest }: YearAsked) {
  const area = await areaOf(app, areaId);
  const asked = { unitId, ...rest };
  const view = await viewYear(app, areaId, year, asked);
  const entries = await viewEntries(app, areaId, year, { ...asked, size: null });
  const units = listedScores(view.units, { group, q });
  const within = new Set(units.map(({ unitId }) => unitId));
  const notes = yearNotes(area.name, view);
  const ofUnits: Filter[] = [
    ['分组', group],
    ['单位名称', q],
  ];
  const ofEntries: Filter[] = [
    ['项目', asked.itemId && (view.scheme.items.find(({ id }) => id === asked.itemId)?.name ?? asked.itemId)],
    ['哪些记录', asked.state && ENTRY_STATE_NAMES[asked.state]],
    ['事由或单位', asked.words],
  ];
  const rows = entries.rows.filter(({ unit }) => within.has(unit.id));
  const bytes = await listWorkbook([
    scoreSheet({ ...view, units }, [...notes, filterNote(ofUnits)]),
    entrySheet({ rows }, [...notes, filterNote([...ofUnits, ...ofEntries])]),
    schemeSheet(view, notes),
  ]);
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

const ENTRY_STATE_NAMES = { waiting: '有异议待答复', objected: '有过异议', capped: '受上限影响' } as const;
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
