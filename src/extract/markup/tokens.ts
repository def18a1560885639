import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Attributes of one tag by lower-case name; of doubled attributes the first counts, as in browsers. */
export type Attributes = Readonly<Record<string, string>>;

/** Receives the tags and texts of a page in order. Names are lower case, entities decoded. */
export interface TokenSink {
  open(name: string, attributes: Attributes, selfClosing: boolean): void;
  close(name: string): void;
  /** Text between tags; raw for script and style. May come in several pieces. */
  text(data: string): void;
  /** Attribute values worth keeping; others are skipped without being copied. Absent = all. */
  wanted?: ReadonlySet<string>;
}

const NONE: Attributes = Object.freeze({});

/**
 * Runs the HTML tokenizer of htmlparser2 over a page. Only the tokenizer is used: its `Parser` keeps the open
 * tags in an array it shifts from the front, which is quadratic on the deeply nested pages that hostile or broken sites send.
 */
export function readTokens(html: string, sink: TokenSink): void {
  const { wanted } = sink;
  let name = '';
  let attributes: Record<string, string> | null = null;
  let key: string | null = null;
  let value = '';

  const finishTag = (selfClosing: boolean): void => {
    sink.open(name, attributes ?? NONE, selfClosing);
    attributes = null;
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
    },
    onattribname(start, end) {
      const lower = html.slice(start, end).toLowerCase();
      key = wanted === undefined || wanted.has(lower) ? lower : null;
      value = '';
    },
    onattribdata(start, end) {
      if (key !== null) value += html.slice(start, end);
    },
    onattribentity(codePoint) {
      if (key !== null) value += String.fromCodePoint(codePoint);
    },
    onattribend() {
      if (key !== null) {
        attributes ??= Object.create(null) as Record<string, string>;
        if (!(key in attributes)) attributes[key] = value;
        key = null;
      }
    },
    onopentagend: () => finishTag(false),
    onselfclosingtag: () => finishTag(true),
    onclosetag: (start, end) => sink.close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => sink.text(html.slice(start, end)),
    ontextentity: (codePoint) => sink.text(String.fromCodePoint(codePoint)),
    oncdata: () => {},
    oncomment: () => {},
    ondeclaration: () => {},
    onprocessinginstruction: () => {},
    onend: () => {},
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
