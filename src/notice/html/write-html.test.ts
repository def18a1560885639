import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { template } from '../templates/monthly-monitoring.ts';
import { fullMonth } from '../testing/fixtures.ts';
import { all } from '../testing/parts.ts';
import { readingCopy } from './reading-copy.ts';
import { writeHtml } from './write-html.ts';

const notice = template.build(fullMonth());
const page = parseDocument(writeHtml(notice));

describe('preview', () => {
  it('marks every bound figure with its id and value', () => {
    const figures = all(page, 'data').map((e) => [e.attribs['data-figure'], e.attribs.value, textContent(e)]);
    expect(figures).toContainEqual(['disclosure_site.pass', '9', '9家']);
    expect(figures).toHaveLength(notice.body.flatMap((p) => p.runs.filter((run) => 'figure' in run)).length);
  });

  it('gives every row of a table its id and what it was made from', () => {
    const rows = all(page, 'tr').filter((e) => e.attribs['data-row'] !== undefined);
    expect(rows.map((e) => e.attribs['data-row'])).toEqual(notice.attachments.flatMap((a) => a.table.rows.map((row) => row.id)));
    expect(rows.find((e) => e.attribs['data-row'] === 'sites/site:乙镇')?.attribs['data-from']).toBe('site:乙镇');
  });

  it('is read by units without ids of figures, rows and problems, in the same words', () => {
    const copy = readingCopy(writeHtml(notice));
    expect(copy).not.toMatch(/<data|data-|site:/);
    expect(textContent(parseDocument(copy).children)).toBe(textContent(page.children));
  });

  it('has the merged cells of the document', () => {
    const merged = all(page, 'td')
      .filter((e) => e.attribs.rowspan === '2')
      .map(textContent);
    expect(merged).toEqual(['1', '县丙局']);
  });

  it('needs nothing from outside and lets no word be markup', () => {
    const hostile = '<script>alert(1)</script>"\'&';
    const month = fullMonth(12, { title: hostile, issuer: hostile, addressees: [hostile], cc: [hostile] });
    const channels = month.channels.map((c) => ({
      ...c,
      unit: `${hostile}${c.unit}`,
      unitPrinted: hostile,
      name: hostile,
      reasons: [hostile],
    }));
    const html = writeHtml(template.build({ ...month, channels }));
    const parsed = parseDocument(html);
    const names: readonly string[] = ['script', 'link', 'img', 'iframe'];
    expect(names.flatMap((name) => all(parsed, name))).toEqual([]);
    expect(html).not.toMatch(/(src|href)="(?!#)/);
    expect(textContent(all(parsed, 'h1')[0] as Element)).toBe(hostile);
  });
});
