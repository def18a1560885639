import { describe, expect, it } from 'vitest';
import { computeFigures } from './compute.ts';
import { type FigureDefinition, type FigureSource, percentage, printFigure } from './figure.ts';
import { factSource } from './rows.ts';
import { snapshot } from './testing/fixtures.ts';

const definition = (id: string, from: FigureSource, decimals = 0): FigureDefinition => ({
  id,
  name: id,
  unit: '个',
  decimals,
  base: null,
  kind: null,
  from,
});
const source = factSource(
  [
    {
      title: '表',
      table: {
        id: 't',
        orientation: 'portrait',
        columns: [],
        merges: [],
        notes: null,
        rows: [
          { id: 'r1', from: [], cells: { unit: '甲', verdict: '合格', a: 3, b: null } },
          { id: 'r2', from: [], cells: { unit: '甲', verdict: '不合格', a: 4, b: 5 } },
          { id: 'r3', from: [], cells: { unit: '乙', verdict: '合格', a: null, b: '' } },
        ],
      },
    },
  ],
  snapshot({ stock: { opening: 7, found: 0, reopened: 0, closed: 0, closing: 7 } }),
);
const computed = (from: FigureSource): number | null => computeFigures([definition('f', from)], source)[0]?.value ?? null;

describe('figures from rows', () => {
  it.each<[string, FigureSource, number | null]>([
    ['counts all rows', { op: 'count', table: 't', where: [] }, 3],
    ['counts rows with a value', { op: 'count', table: 't', where: [{ column: 'verdict', in: ['合格'] }] }, 2],
    ['counts filled cells, empty text not among them', { op: 'count', table: 't', where: [{ column: 'b', filled: true }] }, 1],
    ['counts different units', { op: 'count', table: 't', where: [], distinct: 'unit' }, 2],
    ['sums over columns, what is not stated left out', { op: 'sum', table: 't', columns: ['a', 'b'] }, 12],
    ['has no sum where nothing is stated', { op: 'sum', table: 't', columns: ['c'] }, null],
    ['takes the value the rows share', { op: 'value', table: 't', rows: ['r2'], column: 'a' }, 4],
    ['has no value where the rows differ', { op: 'value', table: 't', rows: ['r1', 'r2'], column: 'a' }, null],
    ['takes what the snapshot states', { op: 'given', path: 'stock.opening' }, 7],
    ['has no value where the snapshot states none', { op: 'given', path: 'volumes.portalTotal' }, null],
  ])('%s', (_, from, expected) => {
    expect(computed(from)).toBe(expected);
  });

  it('builds figures on figures in any order', () => {
    const figures = computeFigures(
      [
        definition('rate', { op: 'rate', part: 'pass', base: 'all' }, 1),
        definition('rest', { op: 'difference', from: 'all', minus: 'pass' }),
        definition('both', { op: 'total', of: ['pass', 'rest'] }),
        definition('pass', { op: 'count', table: 't', where: [{ column: 'verdict', in: ['合格'] }] }),
        definition('all', { op: 'count', table: 't', where: [] }),
      ],
      source,
    );
    expect(figures.map((figure) => figure.value)).toEqual([66.7, 1, 3, 2, 3]);
  });

  it.each<[string, FigureDefinition[]]>([
    ['a circle', [definition('a', { op: 'total', of: ['b'] }), definition('b', { op: 'total', of: ['a'] })]],
    ['a figure that is not there', [definition('a', { op: 'total', of: ['b'] })]],
    ['a table that is not there', [definition('a', { op: 'count', table: 'nowhere', where: [] })]],
    ['one id twice', [definition('a', { op: 'given', path: 'x' }), definition('a', { op: 'given', path: 'y' })]],
  ])('refuses %s', (_, definitions) => {
    expect(() => computeFigures(definitions, source)).toThrowError(expect.objectContaining({ name: 'MingchaError', code: 'internal' }));
  });
});

describe('rates', () => {
  it.each([
    [39, 44, 1, 88.6],
    [29, 41, 1, 70.7],
    [111, 112, 2, 99.11],
    [1, 8, 0, 13],
    [1, 200, 0, 1],
    [1, 300, 0, 0.3],
    [2999, 3000, 1, 99.97],
    [3000, 3000, 1, 100],
    [0, 5, 1, 0],
    [0, 0, 1, null],
  ])('%i of %i with %i decimals is %s', (part, base, decimals, expected) => {
    expect(percentage(part, base, decimals)).toBe(expected);
  });

  it.each([
    [39, '家', 0, '39家'],
    [88.6, '%', 1, '88.6%'],
    [88, '%', 1, '88.0%'],
    [100, '%', 1, '100%'],
    [99.97, '%', 1, '99.97%'],
    [0, '%', 1, '0%'],
    [null, '%', 1, '—'],
  ])('%s%s with %i decimals prints %s', (value, unit, decimals, printed) => {
    expect(printFigure({ value, unit, decimals })).toBe(printed);
  });
});
