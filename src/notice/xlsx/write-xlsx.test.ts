import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { template as monthly } from '../templates/monthly-monitoring.ts';
import { template as quarterly } from '../templates/quarterly-accounts.ts';
import { fullMonth, site, snapshot } from '../testing/fixtures.ts';
import { all, openParts, value } from '../testing/parts.ts';
import { cangxi, cangxiSnapshot } from '../testing/seed-snapshots.ts';
import { writeXlsx } from './write-xlsx.ts';

const notice = monthly.build(fullMonth(44));

describe('workbook of the attachments', () => {
  it('has a sheet for each attachment, title on top, head frozen and repeated in print', async () => {
    const bytes = await writeXlsx(notice);
    const book = await readXlsx(bytes);
    expect(book.sheets.map((s) => s.name)).toEqual(['附件1', '附件2', '附件3', '附件4']);
    expect(book.sheets.map((s) => s.rows[0]?.[0])).toEqual(notice.attachments.map((a) => a.title));
    const part = await openParts(bytes);
    expect(value(await part('xl/worksheets/sheet2.xml'), 'pane', 'ySplit')).toBe('3');
    const titles = all(await part('xl/workbook.xml'), 'definedName').map((e) => (e.children[0] as unknown as { data: string }).data);
    expect(titles).toEqual(['附件1!$2:$2', '附件2!$2:$3', '附件3!$2:$2', '附件4!$2:$2']);
    const setup = all(await part('xl/worksheets/sheet1.xml'), 'pageSetup')[0]?.attribs;
    expect(setup).toMatchObject({ paperSize: '9', orientation: 'portrait', fitToWidth: '1', fitToHeight: '0' });
  });

  it('merges what the paper merges', async () => {
    const book = await readXlsx(await writeXlsx(notice));
    expect(book.sheets[1]?.merges).toEqual(
      expect.arrayContaining([
        { startRow: 0, startCol: 0, endRow: 0, endCol: 7 },
        { startRow: 1, startCol: 2, endRow: 1, endCol: 4 },
        { startRow: 1, startCol: 0, endRow: 2, endCol: 0 },
        { startRow: 3, startCol: 1, endRow: 4, endCol: 1 },
      ]),
    );
  });

  it('never makes a formula of a name', async () => {
    const names = ['=1+1', '+SUM(A1)', '-2', '@cmd', '=HYPERLINK("x")'];
    const bytes = await writeXlsx(monthly.build(snapshot({ channels: names.map((name) => site(name)) })));
    const sheet = await (await openParts(bytes))('xl/worksheets/sheet1.xml');
    expect(all(sheet, 'f')).toEqual([]);
    const cells = all(sheet, 'c').filter((c) => /^A[3-7]$/.test(c.attribs.r ?? ''));
    expect(cells.map((c) => c.attribs.t)).toEqual(names.map(() => 's'));
    expect((await readXlsx(bytes)).sheets[0]?.rows.slice(2, 7).map((row) => row[0])).toEqual(names);
  });

  it('writes the same bytes twice', async () => {
    expect(Buffer.compare(await writeXlsx(notice), await writeXlsx(notice))).toBe(0);
  });
});

it.skipIf(!cangxi)('苍溪: numbers are numbers and what is not stated is empty', async () => {
  const book = await readXlsx(await writeXlsx(quarterly.build(cangxiSnapshot(cangxi as NonNullable<typeof cangxi>))));
  const rows = book.sheets[0]?.rows.slice(2, -1) ?? [];
  expect(rows).toHaveLength(39);
  const sum = (column: number): number => rows.reduce((total, row) => total + (typeof row[column] === 'number' ? row[column] : 0), 0);
  expect([sum(1) + sum(5), sum(2) + sum(6), sum(3) + sum(7)]).toEqual([1317, 1088, 0]);
  expect(rows[0]?.[3] || null).toBeNull();
});
