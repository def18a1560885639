import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { MingchaError } from '../../core/error.ts';
import { createBlocks } from './blocks.ts';

/** Positions are kept in 32 bits. */
const LARGEST = 0xffff_ffff;
const BUFFER = 262_144;
const HEAD = 4;
const CHUNK = 1_048_576;

/**
 * A file that only grows, of records that each carry their length. What is behind the last `flush` may be lost with
 * the process, whole records at a time: a torn one at the end is cut off when the file is opened again.
 */
export interface AppendLog {
  /** Makes room for a record of `length` bytes, to be written into `bytes` at `at` at once; answers its position. */
  reserve(length: number): { position: number; bytes: Buffer; at: number };
  /** The record at a position. Valid until the next call. */
  read(position: number): Buffer;
  /** Writes what waits; answers the length of the file. */
  flush(): number;
  close(): void;
}

/** Opens `file`, new where it is missing, cut to `length` where that is given, and hands every whole record to `replay`. */
export function openAppendLog(file: string, length: number | null, replay: (record: Buffer, position: number) => void): AppendLog {
  const fd = openSync(file, length === 0 ? 'w+' : 'a+', 0o600);
  let written = replayAll(fd, length ?? LARGEST, replay);
  ftruncateSync(fd, written);
  let buffer = Buffer.allocUnsafe(BUFFER);
  let waiting = 0;
  const blocks = createBlocks(fd);

  const flush = (): number => {
    for (let done = 0; done < waiting; ) done += writeSync(fd, buffer, done, waiting - done, null);
    written += waiting;
    waiting = 0;
    return written;
  };
  return {
    reserve(size) {
      if (waiting + HEAD + size > buffer.length) flush();
      if (HEAD + size > buffer.length) buffer = Buffer.allocUnsafe(HEAD + size);
      const position = written + waiting;
      if (position + size > LARGEST) {
        throw new MingchaError('unavailable', `文件过大：${file}`, '该网站的地址过多，请减小页数上限后重新运行');
      }
      buffer.writeUInt32LE(size, waiting);
      const at = waiting + HEAD;
      waiting = at + size;
      return { position, bytes: buffer, at };
    },
    read(position) {
      if (position >= written) {
        const at = position - written;
        return buffer.subarray(at + HEAD, at + HEAD + buffer.readUInt32LE(at));
      }
      const size = blocks.read(position, HEAD).readUInt32LE(0);
      return blocks.read(position + HEAD, size);
    },
    flush,
    close() {
      flush();
      closeSync(fd);
    },
  };
}

/** Reads the file a piece at a time; answers where its last whole record ends. */
function replayAll(fd: number, length: number, replay: (record: Buffer, position: number) => void): number {
  let piece = Buffer.allocUnsafe(CHUNK);
  let position = 0;
  for (;;) {
    const got = readSync(fd, piece, 0, Math.min(piece.length, length - position), position);
    let at = 0;
    while (at + HEAD <= got) {
      const size = piece.readUInt32LE(at);
      if (at + HEAD + size > got) break;
      replay(piece.subarray(at + HEAD, at + HEAD + size), position + at);
      at += HEAD + size;
    }
    if (at === 0) {
      const size = got >= HEAD ? HEAD + piece.readUInt32LE(0) : 0;
      if (size <= piece.length || size > length - position || size > LARGEST / 2) return position;
      piece = Buffer.allocUnsafe(size);
      if (readSync(fd, piece, 0, size, position) < size) return position;
      continue;
    }
    position += at;
  }
}
