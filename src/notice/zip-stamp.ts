/** 1980-01-01 00:00, the first moment a zip can hold. */
const DOS_TIME = 0;
const DOS_DATE = 0x21;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/** Sets the time of every entry of a zip to one fixed moment, so that equal content gives equal bytes. Changes `zip` in place. */
export function stampZip(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.byteLength - END_LENGTH;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError('not a zip: no end record');
  let at = view.getUint32(end + 16, true);
  for (let entries = view.getUint16(end + 10, true); entries > 0; entries -= 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('not a zip: broken directory');
    const local = view.getUint32(at + 42, true);
    for (const [offset, time] of [
      [at, 12],
      [local, 10],
    ] as const) {
      view.setUint16(offset + time, DOS_TIME, true);
      view.setUint16(offset + time + 2, DOS_DATE, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
