import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { MingchaError } from '../../core/error.ts';
import { packRising, unpackRising } from './bit-stream.ts';
import type { ModelParts } from './model-parts.ts';
import type { Trees } from './trees.ts';

/** What stands at the head of a model file; another number is another layout. */
const MAGIC = 'MCLM0002';

/** Bytes unpacked at a time: sections are megabytes, and small pieces cost as much again. */
const CHUNK = 1 << 20;

interface Head {
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
  const longer = packRising(parts.longer.keys);
  const sections = [
    squeeze(bytesOf(parts.single)),
    squeeze(stepsOf(parts.pairs)),
    squeeze(parts.pairLevels),
    squeeze(stepsOf(parts.triples)),
    squeeze(parts.tripleLevels),
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
  const raw = head.sections.map((length) => {
    from += length;
    return file.subarray(from - length, from);
  });
  const section = (place: number): Uint8Array => brotliDecompressSync(raw[place] as Buffer, { chunkSize: CHUNK });
  const pairLevels = section(2);
  const tripleLevels = section(4);
  const parts: ModelParts = {
    single: new Float64Array(aligned(section(0))),
    pairs: risingOf(section(1), pairLevels.length),
    pairLevels,
    triples: risingOf(section(3), tripleLevels.length),
    tripleLevels,
    longer: { keys: unpackRising(raw[5] as Buffer, head.longer.shift, head.longer.count), levels: section(6) },
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

/** Steps between numbers in order, seven bits a byte. */
function stepsOf(rising: Float64Array): Uint8Array {
  const bytes: number[] = [];
  let last = 0;
  for (const number of rising) {
    let gap = number - last;
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push((gap % 128) + 128);
    bytes.push(gap);
    last = number;
  }
  return Uint8Array.from(bytes);
}

function risingOf(bytes: Uint8Array, count: number): Float64Array {
  const rising = new Float64Array(count);
  let at = 0;
  let last = 0;
  for (let i = 0; i < count; i += 1) {
    let byte = bytes[at++] as number;
    let scale = 128;
    let gap = byte & 127;
    while (byte > 127) {
      byte = bytes[at++] as number;
      gap += (byte & 127) * scale;
      scale *= 128;
    }
    last += gap;
    rising[i] = last;
  }
  return rising;
}
