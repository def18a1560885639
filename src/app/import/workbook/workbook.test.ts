import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../../core/error.ts';
import { zip } from '../testing/hostile-files.ts';
import { csv, dateCell, workbook } from '../testing/workbooks.ts';
import { delimiterOf, parseCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { columnLetter } from './sheet.ts';

const values = (text: string) => {
  const records = parseCsv(text);
  return 'openQuoteAt' in records ? records : records.map((record) => record.values);
};

describe('csv', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,1","b""2"\n', [['a,1', 'b"2']]],
    ['"a\nb",c', [['a\nb', 'c']]],
    ['a,\n', [['a', '']]],
    ['a,', [['a', '']]],
    ['="001",2', [['001', '2']]],
    ['\ufeffa,b', [['a', 'b']]],
    ['"甲"乙,丙', [['甲乙', '丙']]],
    ['', []],
  ])('%j', (text, rows) => expect(values(text)).toEqual(rows));
  it('counts rows as a spreadsheet does, blank ones and line breaks in quotes included', () => {
    const records = parseCsv('a\n\n"b\nc"\nd');
    expect(records).toEqual([
      { number: 1, values: ['a'] },
      { number: 2, values: [''] },
      { number: 3, values: ['b\nc'] },
      { number: 4, values: ['d'] },
    ]);
    expect(parseCsv('a\nb\n"c')).toEqual({ openQuoteAt: 3 });
  });
  it('finds the delimiter outside quotes', () => {
    expect([delimiterOf('标题\na;b;"c,d,e,f"'), delimiterOf('a\tb'), delimiterOf('a'), delimiterOf('a,b;c,d')]).toEqual([
      ';',
      '\t',
      ',',
      ',',
    ]);
  });
});

describe('encodings', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('%s without a mark', (charset) => {
    expect(decodeText(csv('unit,县应急局\n', charset))).toEqual({ text: 'unit,县应急局\n', charset });
  });
  it('gives up on what is no text', () => expect(decodeText(new Uint8Array([0x81, 0x20, 0xff, 0x00, 0x00, 0xff]))).toBeNull());
});

describe('cells', () => {
  it('keep what the user sees beside what is matched', () => {
    const [sheet] = readWorkbook(
      workbook({ a: [[' ＡＢ　１ ', 12345678901, { t: 'n', v: 0.878, z: '0.0%' }, { t: 'n', v: 7, z: '0000' }, true, dateCell(44922)]] }),
      'a.xlsx',
    );
    expect(sheet?.rows[0]?.cells.map((cell) => [cell.shown, cell.text])).toEqual([
      [' ＡＢ　１ ', 'AB 1'],
      ['12345678901', '12345678901'],
      ['87.8%', '87.8%'],
      ['0007', '0007'],
      ['是', '是'],
      ['2022-12-27', '2022-12-27'],
    ]);
  });
  it('have the row numbers of the user', () => {
    const [sheet] = readWorkbook(workbook({ a: [[null], ['x'], [null], [null], ['y']] }), 'a.xlsx');
    expect(sheet?.rows.map((row) => row.number)).toEqual([2, 5]);
  });
  it('columns are named as Excel names them', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));
});

const WORKSHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
/** A workbook made by hand: one sheet with these rows as they are written in the file. */
const raw = (rows: string, parts: Record<string, string | Uint8Array> = {}): Record<string, string | Uint8Array> => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': `${WORKSHEET}<sheetData>${rows}</sheetData></worksheet>`,
  ...parts,
});
const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row>';
const SHEET = 'xl/worksheets/sheet1.xml';
const textsOf = (bytes: Uint8Array) =>
  readWorkbook(bytes, 'a.xlsx').map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));

/** A second sheet, of this kind and with this content, null for one that is not there. */
function withSecond(kind: 'worksheet' | 'chartsheet' | 'macrosheet', content: string | null): Uint8Array {
  const types = {
    worksheet: 'openxmlformats-officedocument.spreadsheetml.worksheet',
    chartsheet: 'openxmlformats-officedocument.spreadsheetml.chartsheet',
    macrosheet: 'ms-excel.macrosheet',
  };
  const schema =
    kind === 'macrosheet'
      ? 'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet'
      : `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
  const one = raw(ROW);
  const into = (part: string, end: string, text: string) => ({ [part]: `${one[part]}`.replace(end, text + end) });
  return zip({
    ...one,
    ...into('[Content_Types].xml', '</Types>', `<Override PartName="/xl/second.xml" ContentType="application/vnd.${types[kind]}+xml"/>`),
    ...into('xl/workbook.xml', '</sheets>', '<sheet name="乙表" sheetId="2" r:id="rId2"/>'),
    ...into('xl/_rels/workbook.xml.rels', '</Relationships>', `<Relationship Id="rId2" Type="${schema}" Target="second.xml"/>`),
    ...(content === null ? {} : { 'xl/second.xml': content }),
  });
}

describe('a workbook of which a part cannot be read', () => {
  it.each([
    ['is not there', null],
    ['names words that are not there', `${WORKSHEET}<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>`],
  ])('is refused with the name of the sheet that %s, never taken without it', (_what, content) => {
    expect(() => textsOf(withSecond('worksheet', content))).toThrow(/工作表“乙表”已损坏/);
  });
  it('is taken where the part holds no cells: a chart, an old macro; and where it is empty', () => {
    const books = [
      withSecond('worksheet', `${WORKSHEET}<sheetData/></worksheet>`),
      withSecond('chartsheet', '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'),
      withSecond('chartsheet', null),
      withSecond('macrosheet', '<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>'),
    ];
    for (const book of books) expect(textsOf(book)[0]).toEqual([['甲']]);
  });
});

/** What a bomb would take: none of these takes more than this process has to spare for a moment. */
describe('a workbook that means harm', () => {
  it('shows the library nothing but what was measured: a count that says less, a packing that says less, a workbook inside', () => {
    // A second sheet of that name behind the end of the directory for whoever reads the one number, and before it for the other.
    const bytes = Buffer.from(
      zip(raw(ROW, { 'xl/worksheets/sheet9.xml': `${WORKSHEET}<sheetData>${ROW.replace('甲', '乙')}</sheetData></worksheet>` })),
    );
    for (let at = bytes.indexOf('sheet9'); at >= 0; at = bytes.indexOf('sheet9', at)) bytes.write('sheet1', at);
    expect(textsOf(bytes)).toEqual([[['乙']]]);
    bytes.writeUInt16LE(4, bytes.length - 22 + 10);
    expect(textsOf(bytes)).toEqual([[['甲']]]);
    const stored = Buffer.from(zip(raw(ROW)));
    const [entry, local] = [stored.lastIndexOf(SHEET) - 46, stored.indexOf(SHEET)];
    stored.writeUInt16LE(0, entry + 10);
    stored.writeUInt32LE(crc32(stored.subarray(local + SHEET.length, local + SHEET.length + stored.readUInt32LE(entry + 20))), entry + 16);
    expect(() => textsOf(stored)).toThrow(MingchaError);
    const { '[Content_Types].xml': _types, ...without } = raw(ROW, { 'Index.zip': zip(raw(ROW)) });
    expect(() => textsOf(zip(without))).toThrow(/读不出内容/);
  });

  it('has no column beyond those allowed, however far a cell of each row stands, and none for what is empty there', () => {
    const far = (value: string) =>
      Array.from({ length: 5_000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}" t="str"><v>${value}</v></c></row>`).join('');
    expect(() => textsOf(zip(raw(far('x'))))).toThrow(/超过 200 列/);
    expect(textsOf(zip(raw(ROW + far(' ').replace(/^<row.*?<\/row>/, ''))))).toEqual([[['甲']]]);
  });

  it('is not spread again and again by merges that lie over one another', () => {
    const rows = Array.from(
      { length: 2_000 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="CV${i + 1}"><v>2</v></c></row>`,
    );
    const merges = '<mergeCell ref="A1:CV2000"/>'.repeat(20_000);
    const book = raw('', { [SHEET]: `${WORKSHEET}<sheetData>${rows.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>` });
    const before = process.cpuUsage().user;
    expect(textsOf(zip(book))[0]).toHaveLength(2_000);
    // Spread each time it would be four thousand million cells.
    expect(process.cpuUsage().user - before).toBeLessThan(20_000_000);
  });

  it('names entities that nobody expands, links nobody follows, and formulas nobody runs', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(1_000)}">${'bcdefghij'
      .split('')
      .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
      .join('')}<!ENTITY out SYSTEM "file:///etc/passwd">]>`;
    const strings = `<?xml version="1.0"?>${laughs}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295"><si><t>&j;&out;</t></si></sst>`;
    const rows = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><f>cmd|'/c calc'!A1</f><v>乙</v></c><c r="C1" t="str"><f>[1]Sheet1!A1</f><v>丙</v></c></row>`;
    const link = { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' };
    const [[cells]] = textsOf(zip(raw(rows, { 'xl/sharedStrings.xml': strings, ...link }))) as [[string[]]];
    expect(cells.join()).toMatch(/^[^哈]*,乙,丙/);
    expect(cells.join().length).toBeLessThan(200);
    expect(cells.join()).not.toContain('root:');
  });
});
