import XLSX from '@e965/xlsx';

/** What the bytes are, whatever the name says. */
export const CONTENTS = [
  'empty',
  'xlsx',
  'ods',
  'xls',
  'encrypted',
  'word',
  'slides',
  'xlsb',
  'other-zip',
  'other-office',
  'broken-office',
  'pdf',
  'picture',
  'archive',
  'html',
  'xml',
  'json',
  'text',
] as const;
export type Content = (typeof CONTENTS)[number];

const starts = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((value, i) => bytes[i] === value);

/** Names the content by signature and, for containers, by the parts inside. Never unpacks anything. */
export function sniff(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'empty';
  if (starts(bytes, 0x50, 0x4b)) return zipContent(bytes);
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return officeContent(bytes);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47) || starts(bytes, 0xff, 0xd8, 0xff) || starts(bytes, 0x47, 0x49, 0x46)) return 'picture';
  if (starts(bytes, 0x52, 0x61, 0x72, 0x21) || starts(bytes, 0x37, 0x7a, 0xbc, 0xaf) || starts(bytes, 0x1f, 0x8b)) return 'archive';
  return textContent(bytes);
}

function zipContent(bytes: Uint8Array): Content {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (names.includes('xl/workbook.xml') || names.includes('xl\\workbook.xml')) return 'xlsx';
  if (names.includes('opendocument.spreadsheet')) return 'ods';
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.includes('word/document.xml') || names.includes('opendocument.text')) return 'word';
  if (names.includes('ppt/presentation.xml') || names.includes('opendocument.presentation')) return 'slides';
  return 'other-zip';
}

function officeContent(bytes: Uint8Array): Content {
  try {
    const names = XLSX.CFB.read(Buffer.from(bytes), { type: 'buffer' }).FullPaths.map((path: string) => path.split('/').pop() ?? '');
    if (names.includes('EncryptedPackage')) return 'encrypted';
    if (names.includes('Workbook') || names.includes('Book')) return 'xls';
    if (names.includes('WordDocument')) return 'word';
    return names.includes('PowerPoint Document') ? 'slides' : 'other-office';
  } catch {
    return 'broken-office';
  }
}

function textContent(bytes: Uint8Array): Content {
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  const head = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(ÿþ|þÿ|ï»¿)/, '')
    .trimStart()
    .toLowerCase();
  if (head === '' && !utf16 && bytes.length < 1024) return 'empty';
  if (/^<(!doctype html|html|head|body|table|meta|div|style|script)\b/.test(head) || /^<\?xml[^>]*>\s*<(!doctype html|html)\b/.test(head))
    return 'html';
  if (head.startsWith('<?xml') || head.startsWith('<workbook')) return 'xml';
  return /^[{[]/.test(head) ? 'json' : 'text';
}
