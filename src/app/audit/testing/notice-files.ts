import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType } from 'docx';
import { writeXlsx } from 'hucre';
import type { Block } from '../../../core/block.ts';
import { defaultPdfFonts } from '../../../notice/pdf/fonts.ts';

/** The same notice as a real file of each kind. Equal neighbours in a row, and below one another in the first column, are merged. */
export async function docxFile(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map((block) => (block.kind === 'paragraph' ? new Paragraph({ children: runs(block.text) }) : table(block.rows)));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** Words as editors leave them: a sentence in several runs, cut anywhere. */
const runs = (text: string): TextRun[] =>
  (text.match(/.{1,7}/gsu) ?? []).map((piece, i) => new TextRun({ text: piece, bold: i % 2 === 1 }));

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map((row, r) => {
      const cells: TableCell[] = [];
      for (let at = 0; at < row.length; ) {
        const text = row[at] as string;
        let span = 1;
        while (text !== '' && !/\d/.test(text) && row[at + span] === text) span += 1;
        const merged = at === 0 && text !== '' && span === 1;
        const above = merged && rows[r - 1]?.[0] === text;
        const below = merged && rows[r + 1]?.[0] === text;
        const verticalMerge = above ? VerticalMergeType.CONTINUE : below ? VerticalMergeType.RESTART : undefined;
        const lines = above ? [''] : text.split('\n');
        cells.push(
          new TableCell({
            columnSpan: span,
            verticalMerge,
            children: lines.map((line) => new Paragraph(line)),
            borders: { top: { style: BorderStyle.SINGLE } },
          }),
        );
        at += span;
      }
      return new TableRow({ children: cells });
    }),
  });
}

/** Each table on a sheet of its own, the lines before it as title rows, numbers as numbers. */
export function xlsxFile(blocks: readonly Block[]): Promise<Uint8Array> {
  let lines: string[] = [];
  const sheets = blocks.flatMap((block, i) => {
    if (block.kind === 'paragraph') {
      lines.push(block.text);
      return [];
    }
    const titles = lines.slice(-1).map((line) => [line, ...new Array<null>((block.rows[0]?.length ?? 1) - 1).fill(null)]);
    lines = [];
    return [
      {
        name: `表${i}`,
        rows: [...titles, ...block.rows.map((row) => row.map((cell) => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)))],
      },
    ];
  });
  return writeXlsx({ sheets });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The notice as a page of a government site, with menu, share bar, comments and foot around it. */
export function htmlFile(blocks: readonly Block[]): Uint8Array {
  const [title] = blocks;
  const body = blocks.map((block) =>
    block.kind === 'paragraph'
      ? `<p style="text-indent:2em">${escaped(block.text)}</p>`
      : `<table border="1">${block.rows.map((row) => `<tr>${row.map((cell) => `<td><p>${escaped(cell).replaceAll('\n', '<br>')}</p></td>`).join('')}</tr>`).join('\n')}</table>`,
  );
  return Buffer.from(`<!doctype html><html><head><meta charset="utf-8"><title>${title?.kind === 'paragraph' ? title.text : ''}_某县人民政府</title></head><body>
<div class="top"><a href="/">网站首页</a> <a href="/zwgk">政务公开</a> <a href="/hd">互动交流</a> <a href="#">无障碍浏览</a></div>
<div class="crumb">您现在所在的位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 正文</div>
<div class="main"><div class="info">发布时间：2024-01-04 15:40　来源：某县人民政府办公室　浏览次数：128　字体：[ 大 中 小 ]</div><div id="zoom">${body.join('\n')}</div>
<div class="share">分享到：</div><div class="page"><p>上一篇：<a href="1.html">关于3个单位的情况</a></p></div></div>
<div class="comments"><h3>全部留言</h3><p>评论 共12条</p><p>有用（3）</p></div>
<div class="foot"><p>主办单位：某县人民政府　承办：某县大数据中心</p><p>网站标识码：1234567890</p></div></body></html>`);
}

/** Pages of A4 with ruled tables, set by Typst. */
export function pdfFile(blocks: readonly Block[]): Uint8Array {
  const fonts = defaultPdfFonts();
  const words = (text: string): string => `#${JSON.stringify(text)}`;
  const source = blocks.map((block) => {
    if (block.kind === 'paragraph') return `${words(block.text)}\n\n`;
    const cells = block.rows.map((row) => row.map((cell) => `[${words(cell)}]`).join(', '));
    return `#table(columns: ${block.rows[0]?.length ?? 1}, ${cells.join(',\n')})\n\n`;
  });
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts.folders] }] });
  const head =
    '#set page(numbering: "— 1 —")\n#set text(font: "Noto Serif SC", lang: "zh", size: 12pt)\n#set par(first-line-indent: (amount: 2em, all: true))\n';
  const { result } = compiler.compile({ mainFileContent: head + source.join('') });
  if (!result) throw new Error('the test document does not compile');
  return compiler.pdf(result);
}

/** One cell a line, as pages copied by machines have it; every cell must hold something. */
export function flatFile(blocks: readonly Block[]): Uint8Array {
  return Buffer.from(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat().join('\n'))).join('\n'));
}
