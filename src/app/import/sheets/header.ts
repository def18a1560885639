import { fold, nameKey } from '../words/fold.ts';
import { columnLetter, type Row, type Sheet } from '../workbook/sheet.ts';
import { type HeadRows, headCandidates } from './head-rows.ts';
import { COMMON_IGNORED, type SheetSpec } from './spec.ts';
import type { Block, HeadColumn, Header } from './table.ts';

/** What a person said of the columns of a table: column letter → field key, `wide:` with a tag, or empty for none. */
export type ColumnChoice = Readonly<Record<string, string>>;

/** 单 位 名 称*（必填） → 单位名称: how a title is compared. */
export function titleKey(title: string): string {
  return nameKey(title)
    .replace(/\((必填|选填|可选|条|处|个|%|次|项|必选)\)/g, '')
    .replace(/[*:：★]/g, '');
}

/** The row (or two) of a sheet that reads best as the head of a spec; null when none holds its key. One row wins over two. */
export function findHeader(sheet: Sheet, spec: SheetSpec): Header | null {
  let best: Header | null = null;
  for (const head of headCandidates(sheet)) {
    const header = readHeader(head, spec);
    if (header === null) continue;
    const surer = head.certain && best?.rows.length === 1 && header.matched === best.matched;
    if (best === null || header.matched > best.matched || surer) best = header;
  }
  return best;
}

/** The head that a person pointed at, read as that person said. */
export function chosenHeader(sheet: Sheet, spec: SheetSpec, lastRow: number, choice: ColumnChoice): Header | null {
  const heads = headCandidates(sheet).filter(({ rows }) => rows.at(-1)?.number === lastRow);
  // A head of two rows was shown as two; its single last row would lack the upper titles.
  const head = heads.at(-1);
  return head ? readHeader(head, spec, choice) : null;
}

interface Draft {
  fields: Map<string, number>;
  wide: { tag: string; index: number }[];
  keyTitle: string;
}
const emptyBlock = (): Draft => ({ fields: new Map(), wide: [], keyTitle: '' });

function readHeader(head: HeadRows, spec: SheetSpec, choice?: ColumnChoice): Header | null {
  const keyField = Object.keys(spec.fields)[0] as string;
  const ignored = new Set([...COMMON_IGNORED, ...spec.ignored].map(titleKey));
  const unknown: { letter: string; title: string }[] = [];
  const doubled: string[] = [];
  const columns: HeadColumn[] = [];
  let block = emptyBlock();
  const blocks = [block];
  for (const [index, titles] of head.titles.entries()) {
    const letter = columnLetter(index);
    const chosen = choice?.[letter];
    if (titles.length === 0 && !chosen) continue;
    const shown = head.shown[index]?.shown ?? '';
    const meant = chosen ?? meaningOf(titles, spec);
    const [field, tag] = meant.startsWith('wide:') ? [null, meant.slice('wide:'.length)] : [meant || null, null];
    columns.push({ index, letter, title: shown, field: meant, by: chosen !== undefined ? 'chosen' : meant === '' ? 'none' : 'title' });
    if (field === keyField && block.fields.has(keyField)) {
      block = emptyBlock();
      blocks.push(block);
    }
    if (field !== null && block.fields.has(field)) doubled.push((spec.fields[field] as { title: string }).title);
    else if (field !== null) block.fields.set(field, index);
    else if (tag !== null) block.wide.push({ tag, index });
    else if (chosen === undefined && !titles.some((title) => ignored.has(titleKey(title)))) unknown.push({ letter, title: shown });
    if (field === keyField) block.keyTitle = fold(shown);
  }
  const matched = new Set(blocks.flatMap((b) => [...b.fields.keys(), ...b.wide.map((w) => w.tag)])).size;
  if (choice === undefined && !blocks.some((b) => b.fields.has(keyField)) && matched < 2) return null;
  const row: Row = { number: (head.rows.at(-1) as Row).number, cells: head.shown };
  return { row, rows: head.rows, columns, blocks, unknown, doubled, missing: missingTitles(blocks, spec), matched };
}

/** Field key, `wide:` with a tag, or empty: the first of the titles that means anything. */
function meaningOf(titles: readonly string[], spec: SheetSpec): string {
  for (const title of titles) {
    const field = fieldOf(title, spec);
    if (field !== null) return field;
    const tag = spec.wide?.tag(titleKey(title)) ?? null;
    if (tag !== null) return `wide:${tag}`;
  }
  return '';
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
