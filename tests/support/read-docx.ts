import JSZip from 'jszip';

export interface DocxContent {
  /** Paragraphs outside of tables, empty ones left out. */
  paragraphs: string[];
  /** Tables as rows of cell texts; a cell that a merge covers is empty. */
  tables: string[][][];
}

const plain = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map((match) => match[1] ?? '\n')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const pieces = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}[ >][\\s\\S]*?</w:${tag}>`, 'g'))].map((match) => match[0]);

/** Reads a .docx as a converter would: what stands in its paragraphs and tables. */
export async function readDocx(bytes: Uint8Array): Promise<DocxContent> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const tables = pieces(xml, 'tbl').map((table) =>
    pieces(table, 'tr').map((row) => pieces(row, 'tc').map((cell) => pieces(cell, 'p').map(plain).join('\n').trim())),
  );
  const outside = xml.replace(/<w:tbl>[\s\S]*?<\/w:tbl>/g, '');
  return {
    paragraphs: pieces(outside, 'p')
      .map(plain)
      .filter((text) => text.trim() !== ''),
    tables,
  };
}
