import { fold, nameKey } from '../words/fold.ts';
import { columnLetter, type Row, type Sheet } from '../workbook/sheet.ts';
import { COMMON_IGNORED, type SheetSpec } from './spec.ts';
import type { Block, Header } from './table.ts';

/** Rows looked at for the header: a title, a subtitle, a unit line and a date line stand above it at worst. */
const HEADER_WITHIN = 15;

/** 单 位 名 称*（必填） → 单位名称: how a title is compared. */
export function titleKey(title: string): string {
  return nameKey(title)
    .replace(/\((必填|选填|可选|条|处|个|%|次|项|必选)\)/g, '')
    .replace(/[*:：★]/g, '');
}

/** The row of a sheet that reads best as the header of a spec; null when no row holds its key. */
export function findHeader(sheet: Sheet, spec: SheetSpec): Header | null {
  let best: Header | null = null;
  for (const row of sheet.rows.slice(0, HEADER_WITHIN)) {
    const header = readHeader(row, spec);
    if (header && (best === null || header.matched > best.matched)) best = header;
  }
  return best;
}

function readHeader(row: Row, spec: SheetSpec): Header | null {
  const keyField = Object.keys(spec.fields)[0] as string;
  const ignored = new Set([...COMMON_IGNORED, ...spec.ignored].map(titleKey));
  const blocks: { fields: Map<string, number>; wide: { tag: string; index: number }[]; keyTitle: string }[] = [];
  const unknown: { letter: string; title: string }[] = [];
  const doubled: string[] = [];
  let block = { fields: new Map<string, number>(), wide: [] as { tag: string; index: number }[], keyTitle: '' };
  blocks.push(block);
  for (const [index, cell] of row.cells.entries()) {
    if (cell.text === '' || cell.merged) continue;
    const field = fieldOf(cell.text, spec);
    if (field === keyField && block.fields.has(keyField)) {
      block = { fields: new Map(), wide: [], keyTitle: '' };
      blocks.push(block);
    }
    const tag = field === null ? (spec.wide?.tag(titleKey(cell.text)) ?? null) : null;
    if (field !== null && block.fields.has(field)) doubled.push((spec.fields[field] as { title: string }).title);
    else if (field !== null) block.fields.set(field, index);
    else if (tag !== null) block.wide.push({ tag, index });
    else if (!ignored.has(titleKey(cell.text))) unknown.push({ letter: columnLetter(index), title: cell.shown });
    if (field === keyField) block.keyTitle = fold(cell.shown);
  }
  const matched = new Set(blocks.flatMap((b) => [...b.fields.keys(), ...b.wide.map((w) => w.tag)])).size;
  return blocks.some((b) => b.fields.has(keyField)) || matched >= 2
    ? { row, blocks, unknown, doubled, missing: missingTitles(blocks, spec), matched }
    : null;
}

function fieldOf(text: string, spec: SheetSpec): string | null {
  const key = titleKey(text);
  for (const [field, { title, synonyms, pattern }] of Object.entries(spec.fields)) {
    if ([title, ...(synonyms ?? [])].some((name) => titleKey(name) === key) || pattern?.test(key)) return field;
  }
  return null;
}

function missingTitles(blocks: readonly Block[], spec: SheetSpec): string[] {
  const missing = new Set<string>();
  for (const block of blocks) {
    const replaced = block.wide.length > 0 ? (spec.wide?.replaces ?? []) : [];
    for (const [field, { title, required }] of Object.entries(spec.fields)) {
      if (required && !block.fields.has(field) && !replaced.includes(field)) missing.add(title);
    }
  }
  return [...missing];
}
