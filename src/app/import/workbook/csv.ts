/** A csv record and the row the user sees it in (Excel counts a quoted line break as one row). */
export interface CsvRecord {
  number: number;
  values: string[];
}

/** Row where a quote opens that never closes. */
export interface OpenQuote {
  openQuoteAt: number;
}

/** Comma, semicolon or tab: the one most frequent outside quotes in the first line that holds any. */
export function delimiterOf(text: string): ',' | ';' | '\t' {
  const line = text.split(/\r\n|\n|\r/).find((l) => /[,;\t]/.test(l)) ?? '';
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (c: string): number => bare.split(c).length - 1;
  const tab = count('\t');
  const comma = count(',');
  return tab > comma && tab >= count(';') ? '\t' : count(';') > comma ? ';' : ',';
}

/** RFC 4180, with the `sep=;` line and the `="001"` form that Excel writes. */
export function parseCsv(source: string): CsvRecord[] | OpenQuote {
  const hint = /^\ufeff?sep=(.)\r?\n/.exec(source);
  const text = hint ? source.slice(hint[0].length) : source.replace(/^\ufeff/, '');
  const delimiter = hint ? (hint[1] as string) : delimiterOf(text);
  const records: CsvRecord[] = [];
  let number = hint ? 2 : 1;
  let values: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = readField(text, at, delimiter);
    if (field === null) return { openQuoteAt: number };
    values.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      values.push('');
    }
    records.push({ number: number++, values });
    values = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}

function readField(text: string, start: number, delimiter: string): { value: string; end: number } | null {
  const excelText = text.startsWith('="', start);
  const open = excelText ? start + 1 : start;
  if (text[open] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    return { value: text.slice(start, end), end };
  }
  let value = '';
  let at = open + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      at = quote + 1;
      break;
    }
    value += '"';
    at = quote + 2;
  }
  // What stands between the closing quote and the next delimiter is kept: hand-made files have it.
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: value + text.slice(at, end), end };
}
