import XLSX from '@e965/xlsx';

const FILE_PASS = 0x2f;

/** Whether a BIFF workbook (.xls) asks for a password: the FilePass record stands among the first of its stream. */
export function hasXlsPassword(bytes: Uint8Array): boolean {
  const container = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const entry = XLSX.CFB.find(container, 'Workbook') ?? XLSX.CFB.find(container, 'Book');
  const stream = Buffer.from((entry?.content as Uint8Array | undefined) ?? []);
  for (let at = 0, i = 0; at + 4 <= stream.length && i < 20; i++) {
    if (stream.readUInt16LE(at) === FILE_PASS) return true;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return false;
}
