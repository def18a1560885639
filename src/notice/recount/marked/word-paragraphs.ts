/** A stretch of text of a paragraph and where it stands in the markup. */
export interface TextPiece {
  /** Offset into the text of the paragraph. */
  from: number;
  text: string;
  /** Place in the markup of each letter of `text`, and of its end. */
  places: readonly number[];
  /** Properties of its run, as markup; repeated when the run is divided. */
  properties: string;
}

/** A paragraph of WordprocessingML with the way back into its markup. */
export interface WordParagraph {
  text: string;
  pieces: readonly TextPiece[];
  /** Of a cell: which table (in order of their beginning), row and first column. */
  cell: { table: number; row: number; column: number } | null;
}

/** What no reader sees; the same that the reader of documents leaves out. */
const UNSEEN = new Set(['Fallback', 'moveFrom', 'instrText', 'delText', 'rt', 'del']);
const TOKEN = /<(?:!--[\s\S]*?--|\?[\s\S]*?\?|!\[CDATA\[[\s\S]*?\]\]|(\/?)([\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?))>/g;

interface OpenTable {
  table: number;
  row: number;
  column: number;
  span: number;
}

/** Paragraphs of `document.xml` in the order of their beginning, without what no reader sees. */
export function wordParagraphs(xml: string): WordParagraph[] {
  const done: (WordParagraph & { pieces: TextPiece[] })[] = [];
  const open: (WordParagraph & { pieces: TextPiece[] })[] = [];
  const tables: OpenTable[] = [];
  let tableCount = 0;
  let unseen = 0;
  let textFrom = -1;
  let runFrom = -1;
  let properties = '';
  const say = (text: string): void => {
    const paragraph = open.at(-1);
    if (paragraph) paragraph.text += text;
  };
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, slash, , name, attributes = '', closed] = token;
    if (name === undefined) continue;
    const ends = slash === '/';
    if (unseen > 0 || UNSEEN.has(name)) {
      if (closed !== '/') unseen += ends ? -1 : 1;
      continue;
    }
    const table = tables.at(-1);
    if (name === 'p' && !ends) {
      const cell = table ? { table: table.table, row: table.row, column: table.column } : null;
      const paragraph = { text: '', pieces: [], cell };
      done.push(paragraph);
      if (closed !== '/') open.push(paragraph);
    } else if (name === 'p') open.pop();
    else if (name === 'rPr') {
      if (ends) properties = runFrom >= 0 ? xml.slice(runFrom, token.index + whole.length) : '';
      else if (closed !== '/') runFrom = token.index;
    } else if (name === 'r' && !ends) properties = '';
    else if (name === 't' && !ends && closed !== '/') textFrom = token.index + whole.length;
    else if (name === 't' && textFrom >= 0) {
      const paragraph = open.at(-1);
      const { text, places } = decoded(xml, textFrom, token.index);
      if (paragraph) paragraph.pieces.push({ from: paragraph.text.length, text, places, properties });
      say(text);
      textFrom = -1;
    } else if (!ends && name === 'tab' && attributes.trim() === '') say('\t');
    else if (!ends && (name === 'br' || name === 'cr')) say('\n');
    else if (!ends && name === 'noBreakHyphen') say('-');
    else if (name === 'tbl' && !ends) {
      tables.push({ table: tableCount, row: -1, column: 0, span: 1 });
      tableCount += 1;
    } else if (name === 'tbl') tables.pop();
    else if (name === 'tr' && !ends && table) {
      table.row += 1;
      table.column = 0;
    } else if (name === 'tc' && !ends && table) table.span = 1;
    else if (name === 'tc' && table) table.column += table.span;
    else if (name === 'gridSpan' && table) table.span = Number(/val="(\d+)"/.exec(attributes)?.[1] ?? 1);
  }
  return done;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(xml: string, from: number, to: number): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = from; at < to; ) {
    const entity = xml[at] === '&' ? /^&(?:#x([\da-f]+)|#(\d+)|(\w+));/i.exec(xml.slice(at, Math.min(to, at + 12))) : null;
    const letter = entity ? letterOf(entity) : (xml[at] as string);
    for (let i = 0; i < letter.length; i += 1) places.push(at);
    text += letter;
    at += entity?.[0].length ?? 1;
  }
  places.push(to);
  return { text, places };
}

function letterOf([whole, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
