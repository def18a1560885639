import { type Filter, filterNote } from '../assessment/filter-note.ts';
import { type ListSheet, listWorkbook } from '../assessment/workbook.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** A list to save: `day` is its cut-off, `rule` the version of what decides its rows, with the rule in words. */
export interface SavedList extends Omit<ListSheet, 'notes'> {
  day: string;
  rule: string;
  /** In the name of the file, where the list is of a period. */
  of?: string;
  /** What narrows it, as its page names it. */
  filters: readonly Filter[];
}

/** One list as a workbook, with what it is, its cut-off, its rule and what narrows it above it. */
export async function listFile(app: App, areaId: string, list: SavedList): Promise<{ fileName: string; bytes: Uint8Array }> {
  const area = await areaOf(app, areaId);
  const { day, rule, of = '', filters, ...sheet } = list;
  const title = `${area.name}${of}${sheet.name}`;
  const notes = [title, `统计截止：${day}　共 ${sheet.rows.length} 行`, `规则版本：${rule}`, filterNote(filters)];
  return { fileName: `${title}（${day}）.xlsx`, bytes: await listWorkbook([{ ...sheet, notes }]) };
}
