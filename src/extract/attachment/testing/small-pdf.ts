/** A page as its content stream, or as a stream already packed with these filters. */
export type PdfPage = string | { data: Buffer; filters: string };

/** Objects of a PDF beside its pages. `font` is that of all pages, called /F. */
export interface PdfParts {
  font?: string;
  more?: readonly string[];
  trailer?: string;
}

/** 宋体 that is not embedded: the reader must know the table GBK-EUC-H. */
export const SONG =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >> ] >>';

/** A PDF with a right cross-reference table, written by hand so that every fault can be put into it. */
export function smallPdf(pages: readonly PdfPage[], parts: PdfParts = {}): Buffer {
  const { font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', more = [], trailer = '' } = parts;
  const first = 4;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pages.length} /Kids [ ${kids} ] >>`),
    Buffer.from(font),
  ];
  for (const [i, page] of pages.entries()) {
    const { data, filters } = typeof page === 'string' ? { data: Buffer.from(page, 'latin1'), filters: '' } : page;
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      ),
      Buffer.concat([Buffer.from(`<< /Length ${data.length} ${filters} >>\nstream\n`), data, Buffer.from('\nendstream')]),
    );
  }
  objects.push(...more.map((object) => Buffer.from(object, 'latin1')));
  return assemble(objects, trailer);
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = (pieces[0] as Buffer).length;
  for (const [i, object] of objects.entries()) {
    places.push(at);
    const piece = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    pieces.push(piece);
    at += piece.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}

/** Content of a page with these lines, in the encoding of its font. */
export function textPage(lines: readonly Buffer[]): string {
  return `BT /F 12 Tf 50 800 Td 16 TL\n${lines.map((line) => `<${line.toString('hex')}> Tj T*`).join('\n')}\nET`;
}
