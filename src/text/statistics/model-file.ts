import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { MingchaError } from '../../core/error.ts';
import { packRising, unpackRising } from './bit-stream.ts';
import type { ModelParts, NgramColumns } from './model-parts.ts';
import type { Trees } from './trees.ts';

/** What stands at the head of a model file; another number is another layout. */
const MAGIC = 'MCLM0001';

interface Head {
  threes: { count: number; shift: number };
  longer: { count: number; shift: number };
  trees: { features: readonly string[]; base: number };
  /** Length in bytes of each section, in order. */
  sections: number[];
}

/** The language model and the judge as one file. */
export interface ModelFile {
  parts: ModelParts;
  trees: Trees;
}

/** The same parts give the same bytes. */
export function packModel({ parts, trees }: ModelFile): Uint8Array {
  const threes = packRising(parts.threes.keys);
  const longer = packRising(parts.longer.keys);
  const sections = [
    squeeze(bytesOf(parts.single)),
    squeeze(pairsColumn(parts.pairs)),
    squeeze(parts.pairLevels),
    threes.bytes,
    squeeze(parts.threes.levels),
    longer.bytes,
    squeeze(parts.longer.levels),
    squeeze(bytesOf(parts.forward)),
    squeeze(bytesOf(parts.backward)),
    squeeze(Buffer.from(parts.words.join('\n'))),
    squeeze(parts.wordLevels),
    squeeze(bytesOf(trees.roots)),
    squeeze(bytesOf(trees.feature)),
    squeeze(bytesOf(trees.value)),
    squeeze(bytesOf(trees.left)),
  ];
  const head: Head = {
    threes: { count: parts.threes.keys.length, shift: threes.shift },
    longer: { count: parts.longer.keys.length, shift: longer.shift },
    trees: { features: trees.features, base: trees.base },
    sections: sections.map(({ length }) => length),
  };
  const headBytes = Buffer.from(JSON.stringify(head));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(headBytes.length);
  return Buffer.concat([Buffer.from(MAGIC), size, headBytes, ...sections]);
}

/** Reads what `packModel` wrote. */
export function unpackModel(bytes: Uint8Array): ModelFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 8).toString('latin1') !== MAGIC) throw damaged('文件开头不是错字模型的标记');
  const headSize = file.readUInt32LE(8);
  const head = JSON.parse(file.subarray(12, 12 + headSize).toString()) as Head;
  let from = 12 + headSize;
  if (from + head.sections.reduce((sum, length) => sum + length, 0) !== file.length) throw damaged('文件长度与目录不符');
  const raw = head.sections.map((length) => file.subarray(from, (from += length)));
  const section = (place: number): Uint8Array => brotliDecompressSync(raw[place] as Buffer);
  const columns = (place: number, { count, shift }: Head['threes']): NgramColumns => ({
    keys: unpackRising(raw[place] as Buffer, shift, count),
    levels: section(place + 1),
  });
  const parts: ModelParts = {
    single: new Float64Array(aligned(section(0))),
    pairs: pairsOf(section(1)),
    pairLevels: section(2),
    threes: columns(3, head.threes),
    longer: columns(5, head.longer),
    forward: new Float64Array(aligned(section(7))),
    backward: new Float64Array(aligned(section(8))),
    words: Buffer.from(section(9)).toString().split('\n'),
    wordLevels: section(10),
  };
  const trees: Trees = {
    ...head.trees,
    roots: new Int32Array(aligned(section(11))),
    feature: new Int8Array(aligned(section(12))),
    value: new Float32Array(aligned(section(13))),
    left: new Int32Array(aligned(section(14))),
  };
  return { parts, trees };
}

const damaged = (why: string): MingchaError =>
  new MingchaError(
    'bad-input',
    `错字模型文件读不出来：${why}。`,
    '请重新取得安装包中的 src/text/data/lm.bin，或运行 npm run build:lm 重做。',
  );

const squeeze = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 } });

const bytesOf = (column: Float64Array | Float32Array | Int32Array | Int8Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

function aligned(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

/** Steps between pairs in order, seven bits a byte. */
function pairsColumn(pairs: Float64Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const pair of pairs) {
    let gap = pair - last;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap % 128) + 128);
    bytes.push(gap);
    last = pair;
  }
  return Uint8Array.from(bytes);
}

function pairsOf(bytes: Uint8Array): Float64Array {
  const pairs: number[] = [];
  let gap = 0;
  let scale = 1;
  let last = 0;
  for (const byte of bytes) {
    gap += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    last += gap;
    pairs.push(last);
    gap = 0;
    scale = 1;
  }
  return Float64Array.from(pairs);
}
