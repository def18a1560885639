import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import JSZip from 'jszip';

/** Packs files given by name; names are written in `names`. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>, names: 'utf8' | 'gbk' = 'utf8'): Promise<Buffer> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(name, content, { createFolders: false });
  const encodeFileName = (name: string): string => (names === 'gbk' ? iconv.encode(name, 'gbk').toString('latin1') : name);
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', encodeFileName });
  return names === 'gbk' ? withGbkNames(bytes, Object.keys(files)) : bytes;
}

/** JSZip always writes names as UTF-8 and says so; old Windows writes GBK and says nothing. */
function withGbkNames(bytes: Buffer, names: readonly string[]): Buffer {
  let out = bytes;
  for (const name of names) {
    const gbk = iconv.encode(name, 'gbk');
    const written = Buffer.from(gbk.toString('latin1'), 'utf8');
    out = rewriteNames(out, written, gbk);
  }
  return out;
}

function rewriteNames(bytes: Buffer, written: Buffer, wanted: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  let directoryShift = 0;
  let shift = 0;
  for (let at = bytes.indexOf(written); at !== -1; at = bytes.indexOf(written, at + 1)) {
    const local = bytes.readUInt32LE(at - 30) === 0x04034b50;
    const head = local ? at - 30 : at - 46;
    bytes.writeUInt16LE(bytes.readUInt16LE(head + (local ? 6 : 8)) & ~0x800, head + (local ? 6 : 8));
    bytes.writeUInt16LE(wanted.length, head + (local ? 26 : 28));
    pieces.push(bytes.subarray(from, at), wanted);
    from = at + written.length;
    shift += written.length - wanted.length;
    if (local) directoryShift = shift;
  }
  const out = Buffer.concat([...pieces, bytes.subarray(from)]);
  const end = out.lastIndexOf(Buffer.from('504b0506', 'hex'));
  out.writeUInt32LE(out.readUInt32LE(end + 12) - (shift - directoryShift), end + 12);
  out.writeUInt32LE(out.readUInt32LE(end + 16) - directoryShift, end + 16);
  return out;
}

const types = (...parts: [name: string, type: string][]): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${parts
    .map(([name, type]) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}"/>`)
    .join('')}</Types>`;

/** A .docx whose body is this markup. */
export const docxOf = (body: string): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': types(['/word/document.xml', 'wordprocessingml.document.main+xml']),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });

export const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A .pptx whose slides, given in the order they were made, are shown in `order`. */
export function pptxOf(slides: readonly string[], order: readonly number[]): Promise<Buffer> {
  const relation = (i: number): string => `<Relationship Id="rId${i + 1}" Target="slides/slide${i + 1}.xml"/>`;
  return zipOf({
    '[Content_Types].xml': types(
      ['/ppt/presentation.xml', 'presentationml.presentation.main+xml'],
      ...slides.map((_, i): [string, string] => [`/ppt/slides/slide${i + 1}.xml`, 'presentationml.slide+xml']),
    ),
    'ppt/presentation.xml': `<p:presentation xmlns:r="r"><p:sldIdLst>${order.map((i) => `<p:sldId r:id="rId${i + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${slides.map((_, i) => relation(i)).join('')}</Relationships>`,
    ...Object.fromEntries(
      slides.map((text, i) => [`ppt/slides/slide${i + 1}.xml`, `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`]),
    ),
  });
}

/** A workbook with one sheet; merged: the first cell over the whole first row. */
export function sheetOf(rows: readonly (readonly (string | number)[])[], bookType: 'xlsx' | 'biff8' | 'xlml'): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: (rows[1]?.length ?? 1) - 1 } }];
  const book = XLSX.utils.book_new(sheet, '统计表');
  return XLSX.write(book, { type: 'buffer', bookType });
}

/** Records of a .ppt: text of each slide as UTF-16. */
export function pptOf(slides: readonly string[]): Buffer {
  const record = (type: number, body: Buffer, container = false): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(container ? 0x0f : 0, 0);
    head.writeUInt16LE(type, 2);
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };
  const stream = slides.map((text) => record(0x03ee, record(0x0fa0, Buffer.from(text, 'utf16le')), true));
  return compoundOf({
    'PowerPoint Document': Buffer.concat([record(0x03f8, record(0x0fa0, Buffer.from('母版', 'utf16le')), true), ...stream]),
  });
}

/** A compound file with these streams. */
export function compoundOf(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const container = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(container, `/${name}`, content);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }));
}

/** An OFD file of one page; runs are given in the order they stand in the file. */
export function ofdOf(runs: readonly { x: number; y: number; text: string }[]): Promise<Buffer> {
  const objects = runs.map(
    ({ x, y, text }) => `<ofd:TextObject Boundary="${x} ${y} 100 6"><ofd:TextCode X="0" Y="4">${text}</ofd:TextCode></ofd:TextObject>`,
  );
  return zipOf({
    'OFD.xml': '<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      '<ofd:Document xmlns:ofd="o"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
    'Doc_0/Pages/Page_0/Content.xml': `<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer>${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`,
  });
}

/** RTF as Word writes it in Chinese: letters as bytes of GBK and as Unicode beside a stand-in. */
export const rtfOf = (body: string): Buffer =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 \\'cb\\'ce\\'cc\\'e5;}}{\\info{\\title \\'b1\\'ea\\'cc\\'e2}}${body}}`, 'latin1');

export const rtfBytes = (text: string): string =>
  [...iconv.encode(text, 'gbk')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
export const rtfUnicode = (text: string): string => [...text].map((letter) => `\\u${letter.charCodeAt(0)}?`).join('');
