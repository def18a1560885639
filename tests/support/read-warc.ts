import { inflateRawSync } from 'node:zlib';

/** One record of a .warc.gz as it stands in the file. */
export interface WarcFileRecord {
  version: string;
  /** By lower-case name. */
  fields: ReadonlyMap<string, string>;
  block: Buffer;
}

/** Reads a .warc.gz by the letter of RFC 1952 and ISO 28500, knowing nothing of our writer: a gzip member a record. */
export function readWarc(file: Buffer): WarcFileRecord[] {
  const records: WarcFileRecord[] = [];
  for (let at = 0; at < file.length; ) {
    const { bytes, end } = member(file, at);
    records.push(record(bytes));
    at = end;
  }
  return records;
}

function member(file: Buffer, start: number): { bytes: Buffer; end: number } {
  if (file.readUInt16BE(start) !== 0x1f8b || file[start + 2] !== 8) throw new Error(`no gzip member at ${start}`);
  if (file[start + 3] !== 0) throw new Error('a member with optional fields: not read here');
  const options = { info: true } as unknown as { info?: boolean };
  const { buffer, engine } = inflateRawSync(file.subarray(start + 10), options) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  const trailer = start + 10 + engine.bytesWritten;
  if (file.readUInt32LE(trailer + 4) !== buffer.length) throw new Error(`length of the member at ${start} is wrong`);
  return { bytes: buffer, end: trailer + 8 };
}

function record(bytes: Buffer): WarcFileRecord {
  const headEnd = bytes.indexOf('\r\n\r\n');
  const [version = '', ...lines] = bytes.subarray(0, headEnd).toString('utf8').split('\r\n');
  if (version !== 'WARC/1.1') throw new Error(`not a WARC 1.1 record: ${version}`);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): (.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not a field: ${line}`);
    if (fields.has(name.toLowerCase())) throw new Error(`field twice: ${name}`);
    fields.set(name.toLowerCase(), value);
  }
  for (const name of ['warc-type', 'warc-record-id', 'warc-date', 'content-length']) if (!fields.has(name)) throw new Error(`no ${name}`);
  const length = Number(fields.get('content-length'));
  const block = bytes.subarray(headEnd + 4, headEnd + 4 + length);
  if (bytes.subarray(headEnd + 4 + length).toString('latin1') !== '\r\n\r\n') throw new Error('the record does not end after its block');
  return { version, fields, block };
}
