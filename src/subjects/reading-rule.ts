import { canonicalJson } from '../core/canonical-json.ts';
import type { CalendarDate } from '../core/date.ts';
import { stableId } from '../core/id.ts';
import type { ListSelectors } from '../core/list-selectors.ts';

/** First rows a rule must give on the page it was made from. */
export interface ExampleRow {
  title: string;
  date: CalendarDate | null;
}

/**
 * 阅读规则: where the list of one column stands, as data an operator accepted. The general reader stays first choice; a
 * rule is for pages it misreads, and holds a page fast so that its redesign is noticed.
 */
export interface ReadingRule {
  id: string;
  siteId: string;
  columnId: string;
  selectors: ListSelectors;
  /** Its entries show dates. */
  dated: boolean;
  example: { url: string; blob: string; rows: readonly ExampleRow[] };
  madeOn: CalendarDate;
  madeBy: string;
}

/** Rows of the example that are kept and compared. */
export const EXAMPLE_ROWS = 10;

/** The same selectors made from another page are another acceptance. */
export const readingRuleId = (columnId: string, selectors: ListSelectors, exampleBlob: string): string =>
  stableId('rule', columnId, canonicalJson(selectors), exampleBlob);
