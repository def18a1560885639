import type { CalendarDate } from '../../core/date.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import type { ListItem, RuleFault } from '../../evidence/facts.ts';
import { readDateCell } from '../dates/date-cell.ts';
import { findDates } from '../dates/find-dates.ts';
import type { Group } from '../list/groups.ts';
import { stateWithoutItems } from '../list/list-state.ts';
import { type EntryReader, readerOf, readItems } from '../list/read-list.ts';
import type { RecordRange } from '../list/record-range.ts';
import type { ShownDate } from '../list/shown-date.ts';
import { isControlText, survey } from '../list/survey.ts';
import { joinLeaves, type Leaf } from '../markup/layout.ts';
import type { Box } from '../markup/tree.ts';
import type { ParsedPage } from '../parse-page.ts';
import { parseSelector, type Selector, selectAll, selectFirst } from './select.ts';

/** What a rule gives on a page. With a fault there are no entries: a rule that half fits reads nothing. */
export type RuleReading =
  | { state: 'items'; items: ListItem[]; fault: null }
  | { state: 'empty'; items: []; fault: null }
  | { state: 'unreadable'; items: []; fault: Exclude<RuleFault, 'example-broken'> };

/** Shares of rows that must have a title; and a date, where the list the rule was made from showed dates. */
const MOST_TITLED = 0.6;
const MOST_DATED = 0.5;

/**
 * Reads the list of a page by a reading rule (阅读规则). Pure. `dated`: entries are expected to show dates.
 * Throws MingchaError 'bad-input' for a selector outside of the subset.
 */
export function applyRule({ layout }: ParsedPage, rule: ListSelectors, clock: CalendarDate | null, dated: boolean): RuleReading {
  const selectors = compile(rule);
  const container = selectFirst(layout.root, selectors.container);
  if (container === null) return { state: 'unreadable', items: [], fault: 'structure-gone' };
  const rows = selectAll(container, selectors.row).filter((box) => box.to > box.from);
  if (rows.length === 0) {
    if (stateWithoutItems(layout) === 'empty') return { state: 'empty', items: [], fault: null };
    return { state: 'unreadable', items: [], fault: 'structure-gone' };
  }
  const counts = survey(layout, clock);
  const group: Group = { box: container, records: rows.map((box) => ({ from: box.from, to: box.to, box })), beside: null };
  const items = readItems(group, counts, clock, entryReader(selectors, readerOf(group, counts), layout.leaves, clock));
  const withDate = items.filter(({ date, dateSource }) => date !== null && dateSource !== 'url').length;
  const plausible = items.length >= rows.length * MOST_TITLED && (!dated || withDate >= items.length * MOST_DATED);
  if (items.length === 0 || !plausible) return { state: 'unreadable', items: [], fault: 'rows-implausible' };
  return { state: 'items', items, fault: null };
}

type Compiled = Record<'container' | 'row', Selector> & Record<'title' | 'link' | 'date', Selector | null>;

/** Throws MingchaError 'bad-input' naming the selector that is outside of the subset. */
export function compile({ container, row, title, link, date }: ListSelectors): Compiled {
  const optional = (text: string | null): Selector | null => (text === null ? null : parseSelector(text));
  return {
    container: parseSelector(container),
    row: parseSelector(row),
    title: optional(title),
    link: optional(link),
    date: optional(date),
  };
}

/** What a rule leaves open is read as the general reader reads it. */
function entryReader(selectors: Compiled, general: EntryReader, leaves: readonly Leaf[], clock: CalendarDate | null): EntryReader {
  const inRow = (record: RecordRange, selector: Selector): Box | null => (record.box === null ? null : selectFirst(record.box, selector));
  return {
    title(record) {
      const usual = general.title(record);
      const box = selectors.title === null ? null : inRow(record, selectors.title);
      if (selectors.title !== null && box === null) return null;
      const title = box === null || within(box, usual?.leaves) ? usual : ownTitle(box, leaves);
      if (title === null || selectors.link === null) return title;
      return { ...title, href: addressOf(inRow(record, selectors.link)) };
    },
    date(record, title) {
      if (selectors.date === null) return general.date(record, title);
      const box = inRow(record, selectors.date);
      return box === null ? null : dateOf(joinLeaves(leaves, box.from, box.to), clock);
    },
  };
}

const within = (box: Box, taken: ReadonlySet<number> | undefined): boolean =>
  taken !== undefined && taken.size > 0 && [...taken].every((at) => at >= box.from && at < box.to);

function ownTitle(box: Box, leaves: readonly Leaf[]) {
  const text = joinLeaves(leaves, box.from, box.to).trim();
  if (text === '' || isControlText(text)) return null;
  const taken = new Set(Array.from({ length: box.to - box.from }, (_, i) => box.from + i));
  return {
    title: box.attributes.title?.trim() || text,
    href: addressOf(box) ?? addressOf(leaves[box.from]?.anchor ?? null),
    leaves: taken,
  };
}

const addressOf = (box: Box | null): string | null => box?.attributes.href?.trim() ?? null;

function dateOf(text: string, clock: CalendarDate | null): ShownDate | null {
  const cell = readDateCell(text, clock);
  if (cell?.form === 'date' || cell?.form === 'month-day') return cell;
  const [found] = findDates(text);
  return found ? { form: 'date', date: found.date, time: found.time, exact: true } : null;
}
