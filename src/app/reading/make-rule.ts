import type { Net } from '../../collect/index.ts';
import { type CalendarDate, dateAt } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import type { ListItem } from '../../evidence/facts.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { parsePage } from '../../extract/parse-page.ts';
import { applyRule } from '../../extract/rule/apply-rule.ts';
import { proposeRule } from '../../extract/rule/propose-rule.ts';
import { putReadingRule } from '../../store/reading-rules.ts';
import type { Column } from '../../subjects/column.ts';
import { type ReadingRule, readingRuleId } from '../../subjects/reading-rule.ts';
import { openPage } from '../discover/open-page.ts';
import type { App } from '../open.ts';
import { exampleRows } from './self-test.ts';

export interface RuleWish {
  /** Which list of the page, the likeliest first, from 1. */
  nth: number;
  /** Written by hand instead of derived from the page. */
  selectors: ListSelectors | null;
}

/** A rule as it reads the page it was made from; nothing is kept yet. */
export interface RuleDraft {
  url: string;
  selectors: ListSelectors;
  dated: boolean;
  items: ListItem[];
  bytes: Uint8Array;
}

const PAGE_MS = 30_000;

/**
 * Opens a page and derives a reading rule from the list on it. Throws MingchaError 'unavailable' when the page does not
 * open, 'not-found' when it shows no list a rule can name, 'bad-input' for wrong selectors.
 */
export async function draftRule(net: Net, url: string, wish: RuleWish, day: CalendarDate): Promise<RuleDraft> {
  const { look, page } = await openPage(net, url, { totalMs: PAGE_MS });
  if (page === null || look.bytes === null)
    throw new MingchaError('unavailable', `页面 ${url} 没有打开（${look.outcome}）。`, '请核对网址，或稍后再试。');
  // As the self-test will read the kept bytes: without the header that came with them.
  const parts = parsePage(decodeHtml(look.bytes, null).text);
  const made = wish.selectors === null ? proposeRule(parts, day, wish.nth) : byHand(wish.selectors);
  if (made === null || made.items.length === 0)
    throw new MingchaError(
      'not-found',
      `在 ${look.finalUrl} 上没有找到能写成规则的列表。`,
      '用 --nth 2 换第二个列表；或用 --rule 文件 手写选择器。由脚本生成的列表没有规则可写。',
    );
  return { url: look.finalUrl, selectors: made.selectors, dated: isDated(made.items), items: made.items, bytes: look.bytes };

  function byHand(selectors: ListSelectors) {
    const { items } = applyRule(parts, selectors, day, false);
    return { selectors, items };
  }
}

const isDated = (items: readonly ListItem[]): boolean =>
  items.filter(({ date, dateSource }) => date !== null && dateSource !== 'url').length * 2 >= items.length;

/** Puts a draft in force for a column, in somebody's name; its page is kept as the example it is tested on. */
export async function acceptRule(app: App, column: Pick<Column, 'id' | 'siteId'>, draft: RuleDraft, by: string): Promise<ReadingRule> {
  const blob = await app.blobs.put(draft.bytes);
  const rule: ReadingRule = {
    id: readingRuleId(column.id, draft.selectors, blob),
    siteId: column.siteId,
    columnId: column.id,
    selectors: draft.selectors,
    dated: draft.dated,
    example: { url: draft.url, blob, rows: exampleRows(draft.items) },
    madeOn: dateAt(app.now()),
    madeBy: by,
  };
  await app.db.transaction().execute((trx) => putReadingRule(trx, rule, app.now()));
  return rule;
}
