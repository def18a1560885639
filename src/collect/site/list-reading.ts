import type { CalendarDate } from '../../core/date.ts';
import type { ListItem, RuleFault } from '../../evidence/facts.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { type ParsedPage, parsePage } from '../../extract/parse-page.ts';
import { applyRule } from '../../extract/rule/apply-rule.ts';
import type { ColumnRule } from './job.ts';
import { type PageView, withAddresses } from './look-at-page.ts';

/** What a page gives as a column's list. */
export interface ListReading {
  state: 'items' | 'empty' | 'unreadable';
  items: ListItem[];
  fault: RuleFault | null;
  /** Newest day of another list of the page that may be the column's too; a rule leaves no doubt. */
  newerElsewhere: CalendarDate | null;
}

const UNREAD: ListReading = { state: 'unreadable', items: [], fault: null, newerElsewhere: null };

/** The page taken apart once more, for rules and for its fingerprint; null when it did not open. */
export function partsOf({ look, reading }: PageView): ParsedPage | null {
  return reading === null || look.bytes === null ? null : parsePage(decodeHtml(look.bytes, look.headers.contentType).text);
}

/** Reads a page by the general reader or by a rule. */
export function readListOf(view: PageView, rule: ColumnRule | null, day: string): ListReading {
  const { reading, look } = view;
  if (reading === null) return UNREAD;
  if (rule === null) return { state: generalState(view), items: view.items, fault: null, newerElsewhere: reading.newerElsewhere };
  const parts = rule.broken ? null : partsOf(view);
  if (parts === null) return { ...UNREAD, fault: 'example-broken' };
  const { state, items, fault } = applyRule(parts, rule.selectors, day, rule.dated);
  return { state, items: withAddresses(items, reading.links, look.finalUrl), fault, newerElsewhere: null };
}

/** `empty` accuses, so only a page that was recognised as a list and shows itself empty is called so. */
function generalState({ reading, items }: PageView): ListReading['state'] {
  if (items.length > 0) return 'items';
  return reading?.kind === 'column-list' && reading.listState === 'empty' ? 'empty' : 'unreadable';
}
