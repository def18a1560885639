import type { Allowance } from '../allowance.ts';
import { attributeOf, readXml } from '../read-xml.ts';
import type { Content } from '../reading.ts';
import { type Cell, TableBuilder } from '../table-builder.ts';
import { TextLines } from '../text-lines.ts';

/** SpreadsheetML of Excel 2003: a workbook in one plain XML file, as report systems write it under the name .xls. */
export async function readSheetXml(bytes: Uint8Array, allowance: Allowance): Promise<Content> {
  const lines = new TextLines(allowance);
  let builder = new TableBuilder(allowance);
  let row: Cell[] = [];
  let inData = false;
  let sheets = 0;
  await readXml([bytes], {
    open(name, attributes) {
      const number = (key: string): number => Number(attributeOf(attributes, key)) || 0;
      if (name === 'Worksheet') {
        builder = new TableBuilder(allowance);
        sheets += 1;
      } else if (name === 'Row') row = [];
      else if (name === 'Cell') {
        row.push({ text: '', span: 1 + number('MergeAcross'), down: 1 + number('MergeDown'), above: false, left: false });
      } else if (name === 'Data') inData = true;
    },
    text(data) {
      const cell = row.at(-1);
      if (inData && cell) cell.text += data;
    },
    close(name) {
      if (name === 'Data') inData = false;
      else if (name === 'Row') {
        builder.addRow(row);
        lines.addRow(row.map(({ text }) => text));
      } else if (name === 'Worksheet') lines.addTable(builder.rows);
    },
    done: () => lines.full,
  });
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks, pages: sheets };
}
