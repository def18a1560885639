import type { Allowance } from '../allowance.ts';
import { attributeOf, type XmlSink } from '../read-xml.ts';
import { type Cell, TableBuilder } from '../table-builder.ts';
import type { TextLines } from '../text-lines.ts';

/** What no reader sees: the second form of a drawing for old programs, moved-away text, field codes, the small print of ruby. */
const UNSEEN = new Set(['Fallback', 'moveFrom', 'instrText', 'delText', 'rt', 'del']);

interface OpenTable {
  builder: TableBuilder;
  row: Cell[];
  cell: (Cell & { lines: string[] }) | null;
}

/**
 * Reads text and tables of WordprocessingML and DrawingML alike (.docx, Word 2003 XML, .pptx): both call paragraphs `p`, texts `t`,
 * tables `tbl`/`tr`/`tc`. A table in a cell is given as text of the cell and as a table of its own.
 */
export function markupSink(lines: TextLines, allowance: Allowance): XmlSink {
  const paragraphs: string[] = [];
  const tables: OpenTable[] = [];
  let unseen = 0;
  let inText = false;

  const say = (text: string): void => {
    if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
  };
  const endParagraph = (): void => {
    const text = paragraphs.pop();
    if (text === undefined) return;
    const cell = tables.at(-1)?.cell;
    if (cell) cell.lines.push(text);
    else lines.add(text);
  };
  const endTable = (): void => {
    const table = tables.pop();
    if (table) lines.addTable(table.builder.rows);
  };
  const endRow = (table: OpenTable): void => {
    table.builder.addRow(table.row);
    const shown = table.row.filter(({ above, left }) => !above && !left).map(({ text }) => text);
    const outer = tables.at(-2)?.cell;
    if (outer) outer.lines.push(shown.join(' '));
    else lines.addRow(shown);
    table.row = [];
  };
  const endCell = (table: OpenTable): void => {
    if (!table.cell) return;
    const { lines: said, ...cell } = table.cell;
    table.row.push({ ...cell, text: said.filter((line) => line.trim() !== '').join('\n') });
    table.cell = null;
  };

  return {
    open(name, attributes) {
      if (unseen > 0 || UNSEEN.has(name)) {
        unseen += 1;
        return;
      }
      const table = tables.at(-1);
      const number = (key: string): number => Number(attributeOf(attributes, key)) || 1;
      const on = (key: string): boolean => /^(?:1|true|on)$/.test(attributeOf(attributes, key) ?? '');
      switch (name) {
        case 'p':
          paragraphs.push('');
          break;
        case 't':
          inText = true;
          break;
        case 'tab':
        case 'ptab':
          if (Object.keys(attributes).length === 0 || name === 'ptab') say('\t'); // with attributes it sets a tab stop
          break;
        case 'br':
        case 'cr':
          say('\n');
          break;
        case 'noBreakHyphen':
          say('-');
          break;
        case 'tbl':
          tables.push({ builder: new TableBuilder(allowance), row: [], cell: null });
          break;
        case 'tc':
          if (table)
            table.cell = {
              text: '',
              span: number('gridSpan'),
              down: number('rowSpan'),
              above: on('vMerge'),
              left: on('hMerge'),
              lines: [],
            };
          break;
        case 'gridSpan':
          if (table?.cell) table.cell.span = number('val');
          break;
        case 'vMerge':
          if (table?.cell) table.cell.above = attributeOf(attributes, 'val') !== 'restart';
          break;
      }
    },
    close(name) {
      if (unseen > 0) {
        unseen -= 1;
        return;
      }
      const table = tables.at(-1);
      if (name === 't') inText = false;
      else if (name === 'p') endParagraph();
      else if (name === 'tc' && table) endCell(table);
      else if (name === 'tr' && table) endRow(table);
      else if (name === 'tbl') endTable();
    },
    text(data) {
      if (inText && unseen === 0) say(data);
    },
    done: () => lines.full,
  };
}
