import { Parser } from 'htmlparser2';

/** Receives the elements of an XML file in order. Names come without prefix, attributes with the one they have. */
export interface XmlSink {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(data: string): void;
  /** True ends the reading early. */
  done?(): boolean;
}

/** Deeper than any document: such a file is taken for damaged. */
const MAX_DEPTH = 2_000;

/**
 * Reads XML piece by piece, so that its size does not matter. Entities that a file declares itself are not expanded, only
 * the five of XML and numbers, so there is nothing to blow up.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, sink: XmlSink): Promise<void> {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        sink.open(localName(name), attributes);
        if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
      },
      onclosetag(name) {
        depth -= 1;
        sink.close?.(localName(name));
      },
      ontext: (data) => sink.text?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(charsetOf(piece));
    parser.write(decoder.decode(piece, { stream: true }));
    if (sink.done?.() === true) return;
  }
  parser.end(decoder?.decode() ?? '');
}

function charsetOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w.-]+)/i.exec(Buffer.from(head.subarray(0, 240)).toString('latin1'))?.[1];
  return declared !== undefined && /^gb/i.test(declared) ? 'gb18030' : 'utf-8';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Value of an attribute whatever its prefix: `w:val`, `val`. */
export function attributeOf(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  for (const key in attributes) if (localName(key) === name) return attributes[key];
  return undefined;
}
