import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageReading, readPage } from '../../src/extract/index.ts';
import type { LabelledItem, PageLabel } from './label.ts';

/** One row of the accuracy table. For the list row `right` and `of` are 2·hits and found + labelled, so that the share is F1. */
export interface FieldScore {
  name: string;
  right: number;
  of: number;
  misses: string[];
}

export interface Accuracy {
  fields: FieldScore[];
  pages: number;
  msPerPage: number;
}

/** Reads every labelled page of a folder and compares field by field; blanks never count. */
export function measureFolder(folder: string): Accuracy {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort();
  const table = new Table();
  let ms = 0;
  for (const name of names) {
    const label = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as PageLabel;
    const bytes = readFileSync(join(folder, label.file));
    const start = performance.now();
    const page = readPage(bytes, { url: addressOf(label) });
    ms += performance.now() - start;
    compare(name, label, page, table);
  }
  return { fields: table.fields, pages: names.length, msPerPage: ms / Math.max(names.length, 1) };
}

/** The site of the page with an inner path: the labels give no full address, and the reader must not profit from one. */
function addressOf(label: PageLabel): string {
  const host = label.domain?.split(' ')[0] ?? 'example.org';
  return `http://${host}/a/b/${label.file}`;
}

class Table {
  readonly fields: FieldScore[] = [];
  add(name: string, right: number, of: number, miss: string | null): void {
    let field = this.fields.find((f) => f.name === name);
    if (!field) {
      field = { name, right: 0, of: 0, misses: [] };
      this.fields.push(field);
    }
    field.right += right;
    field.of += of;
    if (miss !== null) field.misses.push(miss);
  }
  equal(name: string, page: string, read: unknown, wanted: unknown): void {
    const ok = norm(read) === norm(wanted);
    this.add(name, ok ? 1 : 0, 1, ok ? null : `${page}: read ${JSON.stringify(read)}, labelled ${JSON.stringify(wanted)}`);
  }
}

function compare(name: string, label: PageLabel, page: PageReading, table: Table): void {
  table.equal('page kind', name, page.kind, label.kind);
  table.equal('charset', name, page.charset, label.charset.actual);
  for (const [key, value] of Object.entries(label.metas))
    table.equal('metas', `${name} ${key}`, page.metas[key as keyof typeof page.metas] ?? null, value);
  if (label.list) compareList(name, label.list, page, table);
  if (label.home) table.equal('home newest date', name, page.newestDate, label.home.newestDate);
  if (label.article) {
    for (const key of ['title', 'publishDate', 'publishDateTime', 'source'] as const) {
      table.equal(`article ${key}`, name, page.article?.[key] ?? null, label.article[key]);
    }
    const byMeta = page.article?.dateSource === 'meta' && page.article.publishDate !== label.article.publishDate;
    table.add('article not wrong by meta', byMeta ? 0 : 1, 1, byMeta ? name : null);
  }
  if (label.footer) {
    for (const key of ['siteIdCode', 'icp', 'police', 'host'] as const)
      table.equal(`footer ${key}`, name, page.footer[key], label.footer[key]);
  }
  if (label.guide) {
    for (const [key, value] of Object.entries(label.guide))
      table.equal('guide elements', `${name} ${key}`, page.guide?.[key as 'phone'] ?? null, value);
  }
}

function compareList(name: string, wanted: NonNullable<PageLabel['list']>, page: PageReading, table: Table): void {
  const left = [...wanted.items];
  let hits = 0;
  for (const item of page.list) {
    const at = left.findIndex((other) => sameItem(item, other, wanted.titleScored !== false));
    if (at >= 0) {
      left.splice(at, 1);
      hits++;
    } else table.add('list items (F1)', 0, 0, `${name}: extra ${item.date} ${item.title.slice(0, 50)}`);
  }
  for (const other of left) table.add('list items (F1)', 0, 0, `${name}: missing ${other.date} ${String(other.title).slice(0, 50)}`);
  table.add('list items (F1)', 2 * hits, page.list.length + wanted.items.length, null);
  table.equal('list newest date', name, page.newestDate, wanted.newestDate);
  const pinned = page.list.filter((item) => item.pinned).length;
  if (wanted.pinned !== undefined) table.equal('list pinned items', name, pinned, wanted.pinned);
  if (wanted.items.length === 0) table.equal('empty list', name, page.listState, wanted.jsRendered ? 'script-built' : 'empty');
}

function sameItem(item: PageReading['list'][number], other: LabelledItem, titleScored: boolean): boolean {
  if (item.date !== other.date) return false;
  if (!titleScored) return other.href === null || norm(item.href).startsWith(norm(other.href));
  return norm(item.title) === norm(other.title) || (other.fullTitle !== undefined && norm(item.title) === norm(other.fullTitle));
}

function norm(value: unknown): string {
  return value === null || value === undefined ? '\u0000' : String(value).replace(/\s/g, '').toLowerCase();
}
