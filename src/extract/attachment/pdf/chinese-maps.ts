import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../cmaps/', import.meta.url);

/**
 * The tables by which a PDF with Chinese fonts that are not embedded (宋体, GBK-EUC-H) says which letter is meant. Of the tables
 * of Adobe-GB1 the horizontal and vertical ones in use; the licence lies beside them. Anything else a file asks for is refused.
 */
export class ChineseMaps {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl' || !/^[\w-]+\.bcmap$/.test(filename)) throw new Error(`not kept: ${kind}`);
    return new Uint8Array(await readFile(new URL(filename, FOLDER)));
  }
}
