import type { Allowance } from '../allowance.ts';
import { type Content, ReadingFault } from '../reading.ts';
import { TextLines } from '../text-lines.ts';
import type { CompoundFile } from './compound-file.ts';
import { deletedRuns, rowEnds } from './word-formats.ts';
import { documentLength, pieceTable } from './word-pieces.ts';
import { wordTables } from './word-text.ts';

const WORD_MAGIC = 0xa5ec;
/** Flags of the FIB ([MS-DOC] 2.5.2). */
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
/** nFib of Word 97; before it the file was laid out otherwise. */
const WORD_97 = 0x00c1;

/** Text and tables of a .doc or .wps ([MS-DOC]): the main text, then foot- and endnotes and text boxes. */
export function readBinaryWord(file: CompoundFile, document: Buffer, allowance: Allowance): Content {
  if (document.length < 0x200 || document.readUInt16LE(0) !== WORD_MAGIC) throw new ReadingFault('damaged');
  const flags = document.readUInt16LE(0x0a);
  if ((flags & ENCRYPTED) !== 0) throw new ReadingFault('encrypted');
  if (document.readUInt16LE(2) < WORD_97) throw new ReadingFault('unsupported');
  const table = file.stream((flags & TABLE_1) !== 0 ? '1Table' : '0Table');
  if (!table) throw new ReadingFault('damaged');
  const pieces = pieceTable(document, table);
  const parts = { document, table, data: file.stream('Data'), pieces, allowance };
  const lines = new TextLines(allowance);
  wordTables(parts, documentLength(document), { deleted: deletedRuns(parts), rowEnds: rowEnds(parts) }, lines);
  return { text: lines.text, tables: lines.tables, blocks: lines.blocks };
}
