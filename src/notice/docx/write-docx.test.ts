import type { Document, Element } from 'domhandler';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NoticeDocument } from '../model.ts';
import { cellText } from '../table.ts';
import { template as monthly } from '../templates/monthly-monitoring.ts';
import { template as quarterly } from '../templates/quarterly-accounts.ts';
import { fullMonth } from '../testing/fixtures.ts';
import { all, first, openParts, value, wordRows, wordText } from '../testing/parts.ts';
import { cangxi, cangxiSnapshot } from '../testing/seed-snapshots.ts';
import { writeDocx } from './write-docx.ts';

let part: (name: string) => Promise<Document>;
let body: Document;
const notice = monthly.build(fullMonth(44));

beforeAll(async () => {
  part = await openParts(await writeDocx(notice));
  body = await part('word/document.xml');
});

/** Paragraphs outside tables and boxes. */
const paragraphs = (): Element[] => all(body, 'w:p').filter((p) => (p.parent as Element | null)?.name === 'w:body');
const withText = (text: string): Element => paragraphs().find((p) => wordText(p).replaceAll('\n', '').includes(text)) as Element;
const fonts = (paragraph: Element): (string | null)[] => all(paragraph, 'w:r').map((run) => value(run, 'w:rFonts', 'w:eastAsia'));
const spacing = (paragraph: Element): Record<string, string> => first(paragraph, 'w:spacing')?.attribs ?? {};

describe('page of GB/T 9704', () => {
  it('is A4 with margins 37, 26, 35 and 28 mm and a grid of lines of 28.95 pt', () => {
    const section = all(body, 'w:sectPr').at(-1) as Element;
    expect(first(section, 'w:pgSz')?.attribs).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(first(section, 'w:pgMar')?.attribs).toMatchObject({ 'w:top': '2098', 'w:left': '1587', 'w:bottom': '1984', 'w:right': '1474' });
    expect(first(section, 'w:docGrid')?.attribs).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' });
  });

  it('sets text in exact lines of 579 twips, characters 5 twips closer, indented by two, without widow control', () => {
    const text = withText('现将结果通报如下');
    expect(spacing(text)).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact', 'w:before': '0', 'w:after': '0' });
    expect(value(text, 'w:ind', 'w:firstLine')).toBe('640');
    expect(value(text, 'w:widowControl')).toBe('false');
    for (const run of all(text, 'w:r'))
      expect([value(run, 'w:sz'), first(first(run, 'w:rPr') as Element, 'w:spacing')?.attribs['w:val']]).toEqual(['32', '-5']);
  });

  it('names an East Asian face on every run', () => {
    expect(
      all(body, 'w:r')
        .filter((run) => first(run, 'w:t'))
        .every((run) => value(run, 'w:rFonts', 'w:eastAsia') !== null),
    ).toBe(true);
  });

  it('numbers odd pages right and even pages left as — 1 — in 四号宋体, 7 mm below the type area', async () => {
    expect(first(await part('word/settings.xml'), 'w:evenAndOddHeaders')).not.toBeNull();
    const section = all(body, 'w:sectPr').at(-1) as Element;
    const kinds = all(section, 'w:footerReference').map((reference) => reference.attribs['w:type']);
    expect(kinds.toSorted()).toEqual(['default', 'even']);
    const footers = await Promise.all(['word/footer1.xml', 'word/footer2.xml'].map(part));
    expect(footers.map((footer) => [value(footer, 'w:jc'), value(footer, 'w:ind', 'w:right') ?? value(footer, 'w:ind', 'w:left')])).toEqual(
      [
        ['right', '280'],
        ['left', '280'],
      ],
    );
    for (const footer of footers) {
      expect(all(footer, 'w:instrText').map((e) => (e.children[0] as unknown as { data: string }).data)).toEqual(['PAGE']);
      expect(wordText(first(footer, 'w:p') as Element)).toBe('—  —');
      expect([value(footer, 'w:rFonts', 'w:eastAsia'), value(footer, 'w:sz')]).toEqual(['宋体', '28']);
    }
    // 35 − 7 mm from the edge to the dash, half a line of 14 pt below it.
    expect(value(section, 'w:pgMar', 'w:footer')).toBe('1447');
  });
});

describe('head and body', () => {
  it('sets the mark red, 35 mm below the top, the number two lines lower, a red line 4 mm under it', () => {
    const mark = withText('清河县人民政府办公室文件');
    expect(spacing(mark)['w:before']).toBe('1984');
    expect([value(mark, 'w:color'), value(mark, 'w:jc'), fonts(mark)]).toEqual(['E60012', 'center', ['方正小标宋简体']]);
    const number = withText('〔2023〕');
    expect(wordText(number)).toBe('清政办〔2023〕1号');
    expect(spacing(number)['w:before']).toBe('1158');
    const line = first(number, 'w:bottom');
    expect(line?.attribs).toMatchObject({ 'w:val': 'single', 'w:color': 'E60012', 'w:sz': '11' });
    const order = (first(number, 'w:pPr') as Element).children.map((e) => (e as Element).name);
    expect(order.indexOf('w:pBdr')).toBeLessThan(order.indexOf('w:jc'));
  });

  it('leaves the head away when the office prints none', async () => {
    const bare = monthly.build(fullMonth(3, { letterhead: null, number: null }));
    const document = await (await openParts(await writeDocx(bare)))('word/document.xml');
    expect(all(document, 'w:color').filter((e) => e.attribs['w:val'] === 'E60012')).toEqual([]);
    expect(wordText(all(document, 'w:p')[0] as Element).replace('\n', '')).toBe(bare.title);
  });

  it('breaks the title between words', () => {
    expect(wordText(withText('的通报'))).toBe('清河县人民政府办公室关于2022年12月\n政府网站和政务新媒体监测情况的通报');
  });

  it('gives each level its face', () => {
    expect(fonts(withText('一、总体情况'))).toEqual(['黑体']);
    expect(fonts(withText('（一）部分单位'))).toEqual(['楷体_GB2312', '仿宋_GB2312']);
    expect(fonts(withText('各乡镇人民政府'))).toEqual(['仿宋_GB2312']);
    expect(wordText(withText('各乡镇人民政府'))).toBe('各乡镇人民政府，县政府各部门：');
  });

  it('aligns the attachment note by tab stops, names without a mark after them', () => {
    const notes = paragraphs().filter((p) => /\t\d\.\t/.test(wordText(p)));
    expect(notes.map(wordText)).toEqual([
      '附件：\t1.\t12月份信息公开网站监测情况',
      '\t2.\t12月份政务微信、政务微博监测情况',
      '\t3.\t12月份其他政务新媒体监测情况',
      '\t4.\t12月份未纳入合格率统计的网站和政务新媒体',
    ]);
    for (const note of notes) {
      expect(first(note, 'w:ind')?.attribs).toMatchObject({ 'w:left': '1920', 'w:hanging': '1280' });
      expect(
        all(note, 'w:tab')
          .filter((tab) => tab.attribs['w:pos'])
          .map((tab) => tab.attribs['w:pos']),
      ).toEqual(['1600', '1920']);
    }
  });

  it('keeps the signature with the text before it', () => {
    const list = paragraphs();
    const from = list.indexOf(withText('（三）把好内容关口'));
    const to = list.indexOf(withText('（此件主动公开）'));
    expect(to - from).toBe(7);
    for (const paragraph of list.slice(from, to)) expect(first(paragraph, 'w:keepNext')).not.toBeNull();
  });
});

describe('attachments', () => {
  it('begin on a new page with the mark in 黑体 and the title in 小标宋', () => {
    const marks = paragraphs().filter((p) => /^附件\d$/.test(wordText(p)));
    expect(marks.map(wordText)).toEqual(['附件1', '附件2', '附件3', '附件4']);
    for (const mark of marks) expect([first(mark, 'w:pageBreakBefore') !== null, fonts(mark)]).toEqual([true, ['黑体']]);
  });

  it('hold every cell of the document, merged cells read back', () => {
    const tables = all(body, 'w:tbl').map(wordRows);
    expect(tables).toHaveLength(notice.attachments.length);
    notice.attachments.forEach(({ table }, i) => {
      const rows = table.rows.map((row) => table.columns.map((column) => cellText(table, row, column.key)));
      expect(tables[i]?.slice(-rows.length)).toEqual(rows);
    });
  });

  it('repeat their head, break no row and are as wide as the type area', () => {
    for (const table of all(body, 'w:tbl')) {
      const rows = all(table, 'w:tr');
      expect(rows.every((row) => first(row, 'w:cantSplit') !== null)).toBe(true);
      expect(first(rows[0] as Element, 'w:tblHeader')).not.toBeNull();
      const grid = all(table, 'w:gridCol').map((column) => Number(column.attribs['w:w']));
      expect(grid.reduce((a, b) => a + b, 0)).toBe(8844);
      expect(value(table, 'w:tblW', 'w:w')).toBe('8844');
      expect(value(table, 'w:tblLayout', 'w:type')).toBe('fixed');
    }
    expect(all(all(body, 'w:tbl')[1] as Element, 'w:tblHeader')).toHaveLength(2);
  });

  it('keep the rows of a merged unit on one page', () => {
    const kept = all(all(body, 'w:tbl')[1] as Element, 'w:tr').map((row) => all(row, 'w:p').every((p) => first(p, 'w:keepNext') !== null));
    expect(kept).toEqual([false, false, true, false, false, false]);
  });

  it('turn the page for a wide table, with the number turned too, and back for the record', async () => {
    const document = await (await openParts(await writeDocx(across(notice, notice.attachments.length - 1))))('word/document.xml');
    const sections = all(document, 'w:sectPr').map((s) => [
      value(s, 'w:pgSz', 'w:orient'),
      value(s, 'w:pgMar', 'w:top'),
      value(s, 'w:pgSz', 'w:w'),
    ]);
    expect(sections).toEqual([
      ['portrait', '2098', '11906'],
      ['landscape', '1587', '16838'],
      ['portrait', '2098', '11906'],
    ]);
    const parts = await openParts(await writeDocx(across(notice, 0)));
    const footers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => parts(`word/footer${n}.xml`)));
    expect(footers.filter((footer) => value(footer, 'wps:bodyPr', 'vert') === 'vert')).toHaveLength(2);
  });
});

describe('record', () => {
  it('stands on the foot of the type area, rules of 0.35 and 0.25 mm, one character free at each side', () => {
    const box = first(body, 'wp:anchor') as Element;
    expect(value(box, 'wp:positionV', 'relativeFrom')).toBe('margin');
    expect(all(box, 'wp:align').map((e) => (e.children[0] as unknown as { data: string }).data)).toEqual(['bottom']);
    const lines = all(box, 'w:p').map(wordText);
    expect(lines.filter((line) => line !== '')).toEqual(['抄送：县档案馆。', '\t清河县人民政府办公室\t2023年1月5日印发']);
    expect(all(box, 'w:bottom').map((e) => e.attribs['w:sz'])).toEqual(['8', '6', '8']);
  });

  it('holds its own room, so that it never stands over a full page', () => {
    const holder = paragraphs().at(-1) as Element;
    expect(first(holder, 'wp:anchor')).not.toBeNull();
    const height = Number(first(holder, 'wp:extent')?.attribs.cy) / 635;
    expect(Number(spacing(holder)['w:line'])).toBeGreaterThanOrEqual(Math.floor(height));
  });
});

it('writes the same bytes twice', async () => {
  expect(Buffer.compare(await writeDocx(notice), await writeDocx(notice))).toBe(0);
});

it('writes hostile words as words', async () => {
  const state = fullMonth(12, { title: '<w:p>&"通报"', annotation: undefined } as object);
  const document = await (await openParts(await writeDocx(monthly.build(state))))('word/document.xml');
  expect(wordText(all(document, 'w:p')[2] as Element).replaceAll('\n', '')).toBe('<w:p>&"通报"');
});

it.skipIf(!cangxi)('苍溪: 39 rows and 8 columns, 13 rows under merged kinds, two sightings in a cell', async () => {
  const document = quarterly.build(cangxiSnapshot(cangxi as NonNullable<typeof cangxi>));
  const [volumes, accounts] = all(await (await openParts(await writeDocx(document)))('word/document.xml'), 'w:tbl');
  expect(wordRows(volumes as Element).slice(1)).toEqual(cangxi?.attachments[0]?.rows);
  expect(wordRows(accounts as Element).slice(1)).toEqual(
    cangxi?.attachments[1]?.rows.map((row) => row.map((cell) => cell.replaceAll(' / ', '\n'))),
  );
  expect(all(accounts as Element, 'w:vMerge').filter((merge) => merge.attribs['w:val'] === 'restart')).toHaveLength(2);
});

/** The document with one table across the sheet. */
function across(document: NoticeDocument, index: number): NoticeDocument {
  const attachments = document.attachments.map((attachment, i) =>
    i === index ? { ...attachment, table: { ...attachment.table, orientation: 'landscape' as const } } : attachment,
  );
  return { ...document, attachments };
}
