import { describe, expect, it } from 'vitest';
import { cellText, column, headCells, mergeRuns, type Table, type TableRow } from './table.ts';

const rows = (keys: string[]): TableRow[] => keys.map((key, i) => ({ id: `${i}`, from: [], cells: { key } }));

describe('tables', () => {
  it.each([
    ['no rows', [], []],
    ['all different', ['a', 'b'], []],
    ['a run at the end', ['a', 'b', 'b'], [{ column: 'x', from: 1, rows: 2 }]],
    [
      'the same value twice apart',
      ['a', 'a', 'b', 'a', 'a', 'a'],
      [
        { column: 'x', from: 0, rows: 2 },
        { column: 'x', from: 3, rows: 3 },
      ],
    ],
  ])('merges %s', (_, keys, expected) => {
    expect(mergeRuns(rows(keys), 'key', ['x'])).toEqual(expected);
  });

  it('has one head row without upper heads and two with them', () => {
    expect(headCells([column('a', 'A', 10), column('b', 'B', 10)])).toMatchObject({
      rows: 1,
      cells: [
        { title: 'A', column: 0 },
        { title: 'B', column: 1 },
      ],
    });
    const deep = headCells([
      column('n', '序号', 10),
      column('a', '名称', 10, { group: '微信' }),
      column('b', '结果', 10, { group: '微信' }),
      column('c', '名称', 10, { group: '微博' }),
    ]);
    expect(deep).toEqual({
      rows: 2,
      cells: [
        { title: '序号', row: 0, column: 0, rows: 2, columns: 1 },
        { title: '微信', row: 0, column: 1, rows: 1, columns: 2 },
        { title: '名称', row: 1, column: 1, rows: 1, columns: 1 },
        { title: '结果', row: 1, column: 2, rows: 1, columns: 1 },
        { title: '微博', row: 0, column: 3, rows: 1, columns: 1 },
        { title: '名称', row: 1, column: 3, rows: 1, columns: 1 },
      ],
    });
  });

  it('prints what is not stated as blank, never as 0', () => {
    const table: Table = {
      id: 't',
      orientation: 'portrait',
      columns: [column('a', 'A', 10, { blank: '/' }), column('b', 'B', 10)],
      rows: [],
      merges: [],
      notes: null,
    };
    const row: TableRow = { id: 'r', from: [], cells: { a: null, b: 0 } };
    expect([cellText(table, row, 'a'), cellText(table, row, 'b'), cellText(table, row, 'c')]).toEqual(['/', '0', '']);
  });
});
