import { cellText, headCells, type Table } from '../table.ts';
import { escapeHtml } from './escape.ts';

/** A table of the notice with its merged cells, wide ones scrolling inside their own box. */
export function htmlTable(table: Table, title: string): string {
  const head = headCells(table.columns);
  const headRows = Array.from({ length: head.rows }, (_, row) => {
    const cells = head.cells
      .filter((cell) => cell.row === row)
      .map(
        (cell) =>
          `<th scope="${cell.columns > 1 ? 'colgroup' : 'col'}"${span('colspan', cell.columns)}${span('rowspan', cell.rows)}>${escapeHtml(cell.title)}</th>`,
      );
    return `<tr>${cells.join('')}</tr>`;
  });
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const columns = table.columns.map((column) => `<col style="width:${((column.width / total) * 100).toFixed(2)}%">`).join('');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(title)}（可左右滚动）"><table data-table="${escapeHtml(table.id)}" aria-label="${escapeHtml(title)}"><colgroup>${columns}</colgroup><thead>${headRows.join('')}</thead><tbody>${bodyRows(table)}</tbody></table></div>`;
}

function bodyRows(table: Table): string {
  const spans = new Map(table.merges.map((merge) => [`${merge.column}/${merge.from}`, merge.rows]));
  const covered = new Set(table.merges.flatMap((m) => Array.from({ length: m.rows - 1 }, (_, i) => `${m.column}/${m.from + i + 1}`)));
  return table.rows
    .map((row, y) => {
      const cells = table.columns
        .filter((column) => !covered.has(`${column.key}/${y}`))
        .map((column) => {
          const words = cellText(table, row, column.key).split('\n').map(escapeHtml).join('<br>');
          return `<td class="${column.align}"${span('rowspan', spans.get(`${column.key}/${y}`) ?? 1)}>${words}</td>`;
        });
      return `<tr data-row="${escapeHtml(row.id)}" data-from="${escapeHtml(row.from.join(' '))}">${cells.join('')}</tr>`;
    })
    .join('');
}

const span = (name: string, n: number): string => (n > 1 ? ` ${name}="${n}"` : '');
