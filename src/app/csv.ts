/** Rows as a csv file that spreadsheets open right: UTF-8 with its mark, CRLF. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/**
 * Text from a page must not become a formula when the file is opened; a plain number below zero is none. The full-width signs count
 * too: a Chinese spreadsheet takes them for the others.
 */
function cell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
