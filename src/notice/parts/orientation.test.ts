import { expect, it } from 'vitest';
import { column, type Table } from '../table.ts';
import { turnedAsNeeded } from './orientation.ts';

const upright = (text: string): Table => ({
  id: 't',
  orientation: 'portrait',
  columns: [column('name', '名称', 100), column('problems', '突出问题', 56)],
  rows: [{ id: 'r', from: [], cells: { name: '甲', problems: text } }],
  merges: [],
  notes: null,
});
const across = [column('name', '名称', 100), column('problems', '突出问题', 125)];

// 56 mm hold 12 characters of 小四: six lines are 72.
it.each([
  ['six lines', '问'.repeat(72), 'portrait', 56],
  ['a seventh line', '问'.repeat(73), 'landscape', 125],
  ['seven short entries', `${'问\n'.repeat(6)}问`, 'landscape', 125],
])('a table whose longest cell takes %s', (_, text, orientation, width) => {
  const table = turnedAsNeeded(upright(text), across);
  expect([table.orientation, table.columns[1]?.width]).toEqual([orientation, width]);
});
