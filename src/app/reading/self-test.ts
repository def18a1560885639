import type { ListItem, RuleFault } from '../../evidence/facts.ts';
import { decodeHtml } from '../../extract/bytes/decode-html.ts';
import { parsePage } from '../../extract/parse-page.ts';
import { applyRule } from '../../extract/rule/apply-rule.ts';
import { EXAMPLE_ROWS, type ExampleRow, type ReadingRule } from '../../subjects/reading-rule.ts';
import type { App } from '../open.ts';

/** The rows of a list a rule is tested by. */
export const exampleRows = (items: readonly ListItem[]): ExampleRow[] =>
  items.slice(0, EXAMPLE_ROWS).map(({ title, date }) => ({ title, date }));

/**
 * Reads the kept page of a rule again. `example-broken` when it does not give the rows it gave when it was accepted: our
 * code has changed, or the page is kept no more; either way the rule must not speak for the column.
 */
export async function testRule(app: Pick<App, 'blobs'>, rule: ReadingRule): Promise<RuleFault | null> {
  const bytes = await app.blobs.get(rule.example.blob).catch(() => null);
  if (bytes === null) return 'example-broken';
  const reading = applyRule(parsePage(decodeHtml(bytes, null).text), rule.selectors, rule.madeOn, rule.dated);
  const rows = exampleRows(reading.items);
  const { rows: expected } = rule.example;
  const same =
    rows.length === expected.length && rows.every(({ title, date }, i) => title === expected[i]?.title && date === expected[i]?.date);
  return reading.state === 'items' && same ? null : 'example-broken';
}
