import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { docxOf, ofdOf, paragraph, pptOf, pptxOf, rtfBytes, rtfOf, rtfUnicode, sheetOf, zipOf } from './small-files.ts';
import { SONG, smallPdf, textPage } from './small-pdf.ts';

/** A sound file of each kind, the seeds of fuzz runs and benches. `inner` builds a file around broken insides, where packing would hide them. */
export interface Seed {
  name: string;
  bytes: Uint8Array;
  inner?: { bytes: Uint8Array; pack(inner: Uint8Array): Promise<Uint8Array> | Uint8Array };
}

const ROWS = [['镇村公开统计', ''], ['乡镇', '条数'], ...Array.from({ length: 30 }, (_, i) => [`第${i}村`, i * 7])];

export async function seedFiles(): Promise<Seed[]> {
  const gbk = (text: string): Buffer => iconv.encode(text, 'gbk');
  const page = textPage(Array.from({ length: 20 }, (_, i) => gbk(`部门预算公开第${i}行`)));
  const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('表头')}</w:tc></w:tr><w:tr><w:tc>${paragraph('甲')}</w:tc><w:tc>${paragraph('乙')}</w:tc></w:tr></w:tbl>`;
  const body = paragraph('关于开展检查的通知').repeat(8) + table;
  const workbook = sheetOf(ROWS, 'xlsx');
  const markup = Buffer.from(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`);
  const types =
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  const sheet = Buffer.from(await partOf(workbook, 'xl/worksheets/sheet1.xml'));
  return [
    { name: 'a.doc', bytes: readFileSync(new URL('files/notice.doc', import.meta.url)) },
    {
      name: 'a.docx',
      bytes: await docxOf(body),
      inner: { bytes: markup, pack: (inner) => zipOf({ '[Content_Types].xml': types, 'word/document.xml': inner }) },
    },
    { name: 'a.xls', bytes: sheetOf(ROWS, 'biff8') },
    { name: 'a.xlsx', bytes: workbook, inner: { bytes: sheet, pack: (inner) => withPart(workbook, 'xl/worksheets/sheet1.xml', inner) } },
    { name: 'b.xls', bytes: sheetOf(ROWS, 'xlml') },
    { name: 'a.ppt', bytes: pptOf(['第一讲', '第二讲', '第三讲']) },
    { name: 'a.pptx', bytes: await pptxOf(['第一讲', '第二讲'], [1, 0]) },
    {
      name: 'a.pdf',
      bytes: smallPdf([page, page], { font: SONG }),
      inner: {
        bytes: Buffer.from(page, 'latin1'),
        pack: (inner) => smallPdf([{ data: deflateSync(inner), filters: '/Filter /FlateDecode' }], { font: SONG }),
      },
    },
    { name: 'a.ofd', bytes: await ofdOf(Array.from({ length: 20 }, (_, i) => ({ x: 10, y: i * 6, text: `第${i}行` }))) },
    {
      name: 'a.rtf',
      bytes: rtfOf(`${rtfBytes('政务公开')}\\par ${rtfUnicode('栏目')}\\par\\trowd ${rtfBytes('甲')}\\cell ${rtfBytes('乙')}\\cell\\row`),
    },
    { name: 'a.html', bytes: Buffer.from('<html><table><tr><td colspan=2>镇村</td></tr><tr><td>一<td>二</table><p>通知</p></html>') },
    { name: 'a.csv', bytes: gbk('乡镇,条数\r\n"柳河,镇",12\r\n') },
    { name: 'a.txt', bytes: gbk('关于开展检查的通知\r\n第二行') },
    { name: 'a.zip', bytes: await zipOf({ '附件1/通知.txt': '通知内容', '附件2.docx': await docxOf(body) }, 'gbk') },
  ];
}

async function partOf(workbook: Uint8Array, name: string): Promise<Uint8Array> {
  const part = (await JSZip.loadAsync(workbook)).file(name);
  if (!part) throw new Error(`no part ${name}`);
  return part.async('uint8array');
}

async function withPart(workbook: Uint8Array, name: string, content: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(workbook);
  return zip.file(name, content).generateAsync({ type: 'nodebuffer' });
}
