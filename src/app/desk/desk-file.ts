import { CATEGORIES, type Category } from '../../core/category.ts';
import { USER_ROLES } from '../../core/role.ts';
import { ROLE_NAMES } from '../../ledger/event.ts';
import { listUnits } from '../../store/units.ts';
import { readAreaSettings } from '../area-settings.ts';
import { type Filter, filterNote, namesOf } from '../assessment/filter-note.ts';
import { type ListSheet, listWorkbook } from '../assessment/workbook.ts';
import { rulesFor } from '../judge/rules.ts';
import type { App } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { RAW_ANSWERS, type RawAnswer, viewOwnRaw } from './view-raw.ts';
import { viewSteps } from './view-steps.ts';
import { viewWaiting, type WaitingAsked } from './view-waiting.ts';

const MOST_ROWS = 10_000;

/** What waits at the desk with the counts per step as a workbook; above each sheet the day, the version of the rules and what narrows it. */
export async function deskFile(app: App, areaId: string, asked: Omit<WaitingAsked, 'page' | 'size'>, caller: Caller) {
  const area = await areaOf(app, areaId);
  const { rows, today } = await viewWaiting(app, areaId, { ...asked, page: 1, size: MOST_ROWS }, caller);
  const steps = await viewSteps(app, areaId, { from: undefined, to: undefined });
  const rule = await ruleOf(app, areaId);
  const filters: Filter[] = [
    ['单位', namesOf(asked.unitIds, asked.unitIds.length > 0 ? await listUnits(app.db, areaId) : [])],
    ['类别', asked.categories.map((code) => CATEGORIES[code as Category] ?? code).join('、')],
    ['来源', asked.sources.map((code) => ROLE_NAMES[code as keyof typeof ROLE_NAMES] ?? code).join('、')],
    ['查找', asked.words],
  ];
  const bytes = await listWorkbook([
    sheet(
      '待复核',
      ['发现日期', '责任单位', '网站、账号', '类别', '位置', '内容', '网址', '来源', '检查'],
      [12, 24, 24, 18, 24, 60, 40, 12, 20],
      rows.map((row) => [
        ...[row.foundOn, row.unit.name, row.channel?.name ?? '', row.category.name, row.place, row.text],
        ...[row.placeUrl ?? '', row.source.name, row.check ?? ''],
      ]),
      [`${area.name}待复核发现`, `截至${today}，共 ${rows.length} 条。${rule}`, filterNote(filters)],
    ),
    sheet(
      '复核各步',
      ['来源', '发现', '认定', '不予认定', '并入', '豁免', '待复核'],
      [16, 10, 10, 10, 10, 10, 10],
      [...steps.bySource.map((one) => ({ ...one, name: one.source.name })), { ...steps, name: '合计' }].map((one) => [
        ...[one.name, one.found, one.confirmed, one.rejected, one.merged, one.exempted, one.waiting],
      ]),
      [`${area.name}复核各步`, `统计范围：${steps.from}至${steps.to}发现的，截至${today}。${rule}`],
    ),
  ]);
  return { fileName: `${area.name}待复核发现${today}.xlsx`, bytes };
}

/** A person's own raw findings with what became of them. */
export async function rawFile(app: App, areaId: string, answers: readonly string[], caller: Caller) {
  const area = await areaOf(app, areaId);
  const { rows } = await viewOwnRaw(app, areaId, { answers, page: 1, size: MOST_ROWS }, caller);
  const today = await todayOf(app, areaId);
  const heads = ['发现日期', '责任单位', '网站、账号', '类别', '位置', '内容', '网址', '录入来源', '复核结果', '复核日期', '理由'];
  const answered = answers.map((code) => RAW_ANSWERS[code as RawAnswer] ?? code).join('、');
  const bytes = await listWorkbook([
    sheet(
      '我的发现',
      heads,
      [12, 24, 24, 18, 24, 60, 40, 24, 12, 12, 40],
      rows.map((row) => [
        ...[row.foundOn, row.unit, row.channel ?? '', row.category.name, row.place, row.text, row.placeUrl ?? '', row.file ?? '逐条录入'],
        ...[row.answer.name, row.answeredOn ?? '', row.reason ?? ''],
      ]),
      [
        `${area.name}${USER_ROLES[caller.role]}发现（${caller.name}）`,
        `截至${today}，共 ${rows.length} 条。${await ruleOf(app, areaId)}`,
        filterNote([['复核结果', answered]]),
      ],
    ),
  ]);
  return { fileName: `${area.name}${USER_ROLES[caller.role]}发现${today}.xlsx`, bytes };
}

async function ruleOf(app: App, areaId: string): Promise<string> {
  const { sheet: rules } = await rulesFor(await readAreaSettings(app.db, areaId), await todayOf(app, areaId));
  return `检查指标：${rules.name}（${rules.key}）。`;
}

const sheet = (name: string, head: string[], widths: number[], rows: ListSheet['rows'], notes: string[]): ListSheet => ({
  ...{ name, head, widths, rows, notes },
});
