import { describe, expect, it } from 'vitest';
import { zip } from '../testing/hostile-files.ts';
import { csv, dateCell, workbook } from '../testing/workbooks.ts';
import { delimiterOf, parseCsv } from './csv.ts';
import { decodeText } from './decode-text.ts';
import { readWorkbook } from './read-workbook.ts';
import { columnLetter } from './sheet.ts';
import { zipTrouble } from './zip-guard.ts';

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

describe('zip guard', () => {
  it('lets an honest workbook through and names what is wrong with others', () => {
    const good = workbook({ a: [['x']] });
    expect(zipTrouble(good)).toBeNull();
    expect(zipTrouble(good.slice(0, -30))).toBe('broken');
    expect(zipTrouble(new Uint8Array(100))).toBe('broken');
    expect(zipTrouble(zip({ a: 'x' }, 1))).toBe('password');
    const spoiled = good.slice();
    spoiled.fill(0xff, 60, 120);
    expect(zipTrouble(spoiled)).toBe('broken');
  });
});
