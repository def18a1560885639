import type { CalendarDate } from '../../core/date.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { findLists, readerOf } from '../list/read-list.ts';
import { type Survey, survey } from '../list/survey.ts';
import type { Box } from '../markup/tree.ts';
import type { ParsedPage } from '../parse-page.ts';
import { columnNames } from '../read-page.ts';
import { applyRule } from './apply-rule.ts';
import { classesOf, parseSelector, placeOf, selectAll } from './select.ts';

/** A rule that reads on its page what the general reader read, with those rows. */
export interface ProposedRule {
  selectors: ListSelectors;
  items: ListItem[];
}

/** Names made by programs or for one entry only; a rule that used them would not outlive the day. */
const FLEETING = /\d{3,}|^(?:on|cur|current|active|first|last|odd|even|hover|selected|clearfix|cf|clear|fl|fr)$/i;
const MOST_LEVELS = 12;
const NAME = /^[\w\u0080-\uffff-]+$/u;

/**
 * Derives a reading rule from a page: finds the list the general reader reads (or the `nth` likeliest list, from 1) and
 * names where it stands. Null when there is no such list, or its entries have no boxes of their own, or no rule of
 * the subset reads the same rows again.
 */
export function proposeRule(page: ParsedPage, clock: CalendarDate | null, nth = 1): ProposedRule | null {
  const counts = survey(page.layout, clock);
  const list = findLists(counts, clock, columnNames(page.head))[nth - 1];
  const group = list?.group ?? null;
  if (list === undefined || group === null || group.beside !== null) return null;
  const rows = group.records.flatMap(({ box }) => (box === null ? [] : [box]));
  if (rows.length === 0 || rows.length < group.records.length) return null;
  const place = placeOfRows(rows, page.layout.root);
  if (place === null) return null;
  const general = readerOf(group, counts);
  const titles = rows.map((box) => general.title({ from: box.from, to: box.to, box })?.leaves ?? null);
  const title = commonPart(
    rows,
    titles.map((taken) => (taken === null ? null : linkAt(Math.min(...taken), counts))),
  );
  const rule: ListSelectors = { ...place, title, link: null, date: null };
  const dated = list.dated * 2 >= list.items.length;
  const date = commonPart(
    rows,
    rows.map((row, i) => dateBox(row, titles[i] ?? new Set(), list.items[i]?.date ?? null, counts)),
  );
  // The most telling rule that reads the same rows: with title and date named, with one of them, with neither.
  for (const candidate of [{ ...rule, date }, rule, { ...rule, title: null, date }, { ...rule, title: null }]) {
    const reading = applyRule(page, candidate, clock, dated);
    if (reading.fault === null && sameRows(reading.items, list.items)) return { selectors: candidate, items: reading.items };
  }
  return null;
}

const sameRows = (a: readonly ListItem[], b: readonly ListItem[]): boolean =>
  a.length === b.length && a.every((item, i) => item.title === b[i]?.title && item.date === b[i]?.date && item.href === b[i]?.href);

const linkAt = (at: number, { layout }: Survey): Box | null => layout.leaves[at]?.anchor ?? layout.leaves[at]?.box.parent ?? null;

/** The element that holds nothing but the date of an entry. */
function dateBox(row: Box, title: ReadonlySet<number>, date: CalendarDate | null, { layout, dates }: Survey): Box | null {
  if (date === null) return null;
  for (let at = row.from; at < row.to; at++) {
    const isDate = (dates[at + 1] as number) > (dates[at] as number);
    const parent = layout.leaves[at]?.box.parent ?? null;
    if (isDate && !title.has(at) && parent !== null && parent !== row) return parent;
  }
  return null;
}

/** Names for the box around the rows and, inside it, for exactly the rows. */
function placeOfRows(rows: readonly Box[], root: Box): Pick<ListSelectors, 'container' | 'row'> | null {
  let box: Box | null = commonParent(rows);
  for (let up = 0; box !== null && box !== root && up < MOST_LEVELS; up++, box = box.parent) {
    const row = rowSelector(box, rows);
    const container = row === null ? null : uniqueSelector(box, root);
    if (row !== null && container !== null) return { container, row };
  }
  return null;
}

function commonParent(rows: readonly Box[]): Box | null {
  const [first] = rows;
  for (let box = first?.parent ?? null; box !== null; box = box.parent) {
    const { from, to } = box;
    if (rows.every((row) => row.from >= from && row.to <= to)) return box;
  }
  return null;
}

function rowSelector(container: Box, rows: readonly Box[]): string | null {
  const [first] = rows as [Box, ...Box[]];
  const shared = namesOf(first).filter((name) => rows.every((row) => classesOf(row).includes(name)));
  const tags: string[] = [];
  for (let box: Box | null = first; box !== null && box !== container; box = box.parent) tags.unshift(box.tag);
  const named = shared.map((name) => `${first.tag}.${name}`);
  const candidates = [
    ...named.map((name) => (tags.length === 1 ? `> ${name}` : name)),
    ...(tags.length === 1 ? [`> ${first.tag}`] : []),
    `> ${tags.join(' > ')}`,
    first.tag,
  ];
  return candidates.find((text) => covers(container, text, rows)) ?? null;
}

/** True when the selector names all rows and hardly anything else that shows text (a head of the table). */
function covers(container: Box, text: string, rows: readonly Box[]): boolean {
  const found = selectAll(container, parseSelector(text)).filter((box) => box.to > box.from);
  const set = new Set(found);
  return rows.every((row) => set.has(row)) && found.length <= rows.length + Math.max(1, Math.floor(rows.length / 5));
}

/** A selector whose first and only match in the page is this box: by its own names, else by those of what it stands in. */
function uniqueSelector(box: Box, root: Box): string | null {
  const isOnly = (text: string): boolean => {
    const found = selectAll(root, parseSelector(text));
    return found.length === 1 && found[0] === box;
  };
  const own = ownSelectors(box);
  const direct = own.find(isOnly);
  if (direct !== undefined) return direct;
  let below = '';
  for (let up: Box = box; up.parent !== null; up = up.parent) {
    below = ` > ${up.tag}${sameTagBeside(up) ? `:nth-child(${placeOf(up)})` : ''}${below}`;
    const above = up.parent;
    if (above === root) return isOnly(below) ? below.trim() : null;
    for (const name of ownSelectors(above).filter((text) => text !== above.tag)) {
      const inside = own.find((text) => isOnly(`${name} ${text}`));
      if (inside !== undefined) return `${name} ${inside}`;
      if (isOnly(`${name}${below}`)) return `${name}${below}`;
    }
  }
  return null;
}

const sameTagBeside = (box: Box): boolean => (box.parent?.kids ?? []).filter((kid) => kid.tag === box.tag).length > 1;

/** Ways to name a box by itself, the most telling first. */
function ownSelectors(box: Box): string[] {
  const { id } = box.attributes;
  const byId = id !== undefined && NAME.test(id) && !FLEETING.test(id) ? [`${box.tag}#${id}`] : [];
  return [...byId, ...namesOf(box).map((name) => `${box.tag}.${name}`), box.tag].filter((text) => NAME.test(box.tag) || text !== box.tag);
}

const namesOf = (box: Box): string[] => classesOf(box).filter((name) => NAME.test(name) && !FLEETING.test(name));

/** A selector whose first match in every row is the box wanted there (rows without one are left out); null without such. */
function commonPart(rows: readonly Box[], wanted: readonly (Box | null)[]): string | null {
  const pairs = rows.flatMap((row, i) => (wanted[i] ? [[row, wanted[i] as Box] as const] : []));
  const [first] = pairs;
  if (first === undefined || pairs.length * 2 < rows.length) return null;
  const [row, box] = first;
  const cell = cellOf(box, row);
  const inCell = cell === null ? [] : [cell === box ? '' : ` ${box.tag}`].map((rest) => `> ${cell.tag}:nth-child(${placeOf(cell)})${rest}`);
  const candidates = [...namesOf(box).map((name) => `${box.tag}.${name}`), box.tag, ...inCell];
  return (
    candidates.find((text) => {
      const selector = parseSelector(text);
      return pairs.every(([inside, target]) => selectAll(inside, selector)[0] === target);
    }) ?? null
  );
}

/** The child of the row a box stands in. */
function cellOf(box: Box, row: Box): Box | null {
  for (let up: Box | null = box; up !== null; up = up.parent) if (up.parent === row) return up;
  return null;
}
