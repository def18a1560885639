import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import WordExtractor from 'word-extractor';
import { readAttachment } from './read-attachment.ts';
import { compoundOf, docxOf, ofdOf, paragraph, pptOf, pptxOf, rtfBytes, rtfOf, rtfUnicode, sheetOf, zipOf } from './testing/small-files.ts';
import { SONG, smallPdf, textPage } from './testing/small-pdf.ts';

const file = (name: string): Buffer => readFileSync(new URL(`testing/files/${name}`, import.meta.url));
const gbk = (text: string): Buffer => iconv.encode(text, 'gbk');
const read = (bytes: Uint8Array, name: string, options = {}) => readAttachment(bytes, { name, ...options });

const NOTICE = [
  '青禾县教育局关于开展校园安全检查的通知',
  '各中小学校：为做好秋季学期校园安全工作，现将有关事项通知如下。',
  '一、检查时间为9月1日至9月30日。',
  '序号\t单位\t联系人',
  '1\t第一中学\t王老师',
  '2\t实验小学',
  '3\t全县幼儿园',
  '请于10月8日前报送总结。',
].join('\n');
const ROWS = [['镇村公开统计'], ['乡镇', '条数'], ['柳河镇', 12]] as const;
const ROWS_TEXT = '镇村公开统计\n乡镇\t条数\n柳河镇\t12';
const ROWS_TABLE = [
  ['镇村公开统计', '镇村公开统计'],
  ['乡镇', '条数'],
  ['柳河镇', '12'],
];
const ROWS_HTML = '<table><tr><td colspan=2>镇村公开统计<tr><td>乡镇<td>条数<tr><td>柳河镇<td>12</table>';
const WORD_XML = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w"><w:body>${paragraph('旧式文档')}</w:body></w:wordDocument>`;

describe('text in reading order, by what the bytes are', () => {
  it.each([
    ['Word 97', () => file('notice.doc'), '通知.doc', 'doc', NOTICE],
    ['the same from WPS', () => file('notice.doc'), '通知.wps', 'wps', NOTICE],
    ['Word', () => file('notice.docx'), '通知.docx', 'docx', NOTICE],
    ['Excel', () => sheetOf(ROWS, 'xlsx'), '表.xlsx', 'xlsx', ROWS_TEXT],
    ['Excel 97', () => sheetOf(ROWS, 'biff8'), '表.xls', 'xls', ROWS_TEXT],
    ['the same from WPS, a sheet', () => sheetOf(ROWS, 'biff8'), '表.et', 'et', ROWS_TEXT],
    ['Excel 2003 XML', () => sheetOf(ROWS, 'xlml'), '表.xls', 'xls', ROWS_TEXT],
    ['Word 2003 XML', () => Buffer.from(WORD_XML), '通知.doc', 'doc', '旧式文档'],
    ['PowerPoint, slides as shown', () => pptxOf(['后一张', '前一张'], [1, 0]), '讲.pptx', 'pptx', '前一张\n后一张'],
    ['PowerPoint 97, the master left out', () => pptOf(['第一讲', '第二讲']), '讲.ppt', 'ppt', '第一讲\n第二讲'],
    [
      'PDF with 宋体 not embedded',
      () => smallPdf([textPage([gbk('部门预算公开'), gbk('第二行')])], { font: SONG }),
      '表.pdf',
      'pdf',
      '部门预算公开\n第二行',
    ],
    ['PDF, page after page', () => smallPdf([textPage([Buffer.from('one')]), textPage([Buffer.from('two')])]), 'a.pdf', 'pdf', 'one\ntwo'],
    [
      'OFD, runs in any order',
      () =>
        ofdOf([
          { x: 9, y: 20, text: '第二行' },
          { x: 50, y: 10, text: '标题' },
          { x: 9, y: 10.4, text: '公开' },
        ]),
      '文.ofd',
      'ofd',
      '公开标题\n第二行',
    ],
    [
      'RTF, letters as bytes and as Unicode',
      () => rtfOf(`${rtfBytes('政务公开')}\\par ${rtfUnicode('栏目')}`),
      '文.rtf',
      'rtf',
      '政务公开\n栏目',
    ],
    ['text in GBK', () => gbk('关于开展检查的通知\r\n第二行'), '说明.txt', 'txt', '关于开展检查的通知\n第二行'],
    ['CSV whose first column is called ID', () => Buffer.from('ID;名称\n1;"甲 ""乙"""\n'), '表.csv', 'csv', 'ID\t名称\n1\t甲 "乙"'],
    ['CSV in GBK', () => gbk('乡镇,条数\r\n"柳河,镇",12'), '表.csv', 'csv', '乡镇\t条数\n柳河,镇\t12'],
  ] as const)('%s', async (_, bytes, name, type, text) => {
    expect(await read(await bytes(), name)).toMatchObject({ type, text, outcome: 'read', asNamed: true, truncated: false });
  });

  it.each([
    ['.docx', () => file('notice.docx'), 'a.docx', ['3', '全县幼儿园', '全县幼儿园']],
    ['.doc, where merging is only a wider cell', () => file('notice.doc'), 'a.doc', ['3', '全县幼儿园', '全县幼儿园']],
  ] as const)('rows of a table of a %s', async (_, bytes, name, last) => {
    const { tables } = await read(bytes(), name);
    expect(tables).toEqual([[['序号', '单位', '联系人'], ['1', '第一中学', '王老师'], ['2', '实验小学', ''], last]]);
  });

  it.each([
    ['.xlsx', () => sheetOf(ROWS, 'xlsx'), 'a.xlsx'],
    ['.xls', () => sheetOf(ROWS, 'biff8'), 'a.xls'],
    ['SpreadsheetML', () => sheetOf(ROWS, 'xlml'), 'a.xls'],
    ['a page', () => Buffer.from(ROWS_HTML), 'a.xls'],
  ] as const)('merged cells of %s are filled', async (_, bytes, name) => {
    expect((await read(bytes(), name)).tables).toEqual([ROWS_TABLE]);
  });

  it('two-row heads and merged cells of a .doc, by the edges of its cells', async () => {
    expect((await read(file('merged-cells.doc'), 'a.doc')).tables).toEqual([
      [
        ['类别', '单位', '一季度', '一季度', '二季度', '二季度'],
        ['类别', '单位', '条数', '错字', '条数', '错字'],
        ['乡镇', '甲镇', '12', '0', '15', '1'],
        ['乡镇', '乙镇', '8', '2', '9', '0'],
        ['合计', '合计', '20', '2', '24', '1'],
      ],
    ]);
  });
  it('a .doc whose rows are too wide for their page of formats', async () => {
    const [table = []] = (await read(file('wide-table.doc'), 'a.doc')).tables;
    expect(table.map((row) => row.length)).toEqual([26, 26, 26, 26, 26]);
    expect([table[0]?.slice(0, 3), table[4]?.at(-1)]).toEqual([['单位', '各月', '各月'], '75']);
  });
  it.each([
    ['edges', '\\cellx3000', '\\cellx1000\\cellx2010\\cellx3000', ['合计', '合计', '合计']],
    ['no edges', '', '', ['合计']],
    ['other edges than cells', '\\cellx3000\\cellx4000', '\\cellx1000\\cellx2010\\cellx3000', ['合计']],
  ])('RTF rows with %s', async (_, wide, narrow, last) => {
    const row = (edges: string, ...cells: string[]): string =>
      `\\trowd ${edges}\\pard\\intbl ${cells.map((cell) => `${rtfUnicode(cell)}\\cell `).join('')}\\row`;
    const above = '\\clvmgf\\cellx1000\\cellx2010\\cellx3000';
    const below = '\\clvmrg\\cellx1000\\cellx2010\\cellx3000';
    const rows = narrow === '' ? ['', ''] : [above, below];
    const body = `${row(rows[0] as string, '镇', '甲', '1')}${row(rows[1] as string, '', '乙', '2')}${row(wide, '合计')}\\pard ${rtfUnicode('表后')}\\par`;
    const { tables, text } = await read(rtfOf(body), 'a.rtf');
    expect(tables[0]?.at(-1)).toEqual(last);
    expect(tables[0]?.[1]).toEqual([last.length === 3 ? '镇' : '', '乙', '2']);
    expect(text.endsWith('表后')).toBe(true);
  });
  it('a paragraph break within the first cell of an RTF row', async () => {
    const { tables } = await read(rtfOf('\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\par b\\cell c\\cell\\row'), 'a.rtf');
    expect(tables).toEqual([[['a b', 'c']]]);
  });

  it('merged rows, line breaks and a table within a cell of a .docx', async () => {
    const cell = (text: string, format = ''): string => `<w:tc><w:tcPr>${format}</w:tcPr>${paragraph(text)}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell('内1')}${cell('内2')}</w:tr></w:tbl>`;
    const rows = [
      cell('镇', '<w:vMerge w:val="restart"/>') + cell('甲<w:t/>'),
      cell('', '<w:vMerge/>') + cell('乙'),
      `${cell('合计')}<w:tc>${inner}${paragraph('丙')}</w:tc>`,
    ];
    const { tables, text } = await read(await docxOf(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`), 'a.docx');
    expect(tables).toEqual([
      [['内1', '内2']],
      [
        ['镇', '甲'],
        ['镇', '乙'],
        ['合计', '内1 内2 丙'],
      ],
    ]);
    expect(text).toBe('镇\t甲\n乙\n合计\t内1 内2 丙');
  });

  it('what is struck out, moved away, or a second form of a drawing is not read; a text box once', async () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
    const body = `<w:p>${run('留')}<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom>${run('移')}</w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('下')}</w:p>`;
    expect((await read(await docxOf(body), 'a.docx')).text).toBe('框内\n留下');
  });

  it('says what other readers say of the same files', async () => {
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    const docx = await mammoth.extractRawText({ buffer: file('notice.docx') });
    expect(squeeze((await read(file('notice.docx'), 'a.docx')).text)).toBe(squeeze(docx.value));
    const doc = await new WordExtractor().extract(file('notice.doc'));
    expect(squeeze((await read(file('notice.doc'), 'a.doc')).text)).toBe(squeeze(doc.getBody()));
  });
});

describe('how a reading ends', () => {
  const encryptedDoc = (): Buffer => {
    const bytes = file('notice.doc');
    const at = bytes.indexOf(Buffer.from('eca5', 'hex'));
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 0x0a) | 0x0100, at + 0x0a);
    return bytes;
  };
  const encryptedXls = (): Buffer => {
    const stream = Buffer.alloc(64);
    stream.writeUInt32LE(0x0004_0809, 0);
    stream.writeUInt32LE(0x0004_002f, 8);
    return compoundOf({ Workbook: stream });
  };
  const encryptedZip = async (): Promise<Buffer> => {
    const bytes = await zipOf({ 'a.txt': '密'.repeat(40) });
    for (const [mark, flags] of [
      ['504b0304', 6],
      ['504b0102', 8],
    ] as const) {
      const at = bytes.indexOf(Buffer.from(mark, 'hex'));
      bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) | 1, at + flags);
    }
    return bytes;
  };
  const lockedPdf = (): Buffer =>
    smallPdf([textPage([Buffer.from('x')])], {
      more: [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`],
      trailer: '/Encrypt 6 0 R /ID [<0011> <0011>]',
    });
  const ERROR_PAGE = '<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>您访问的页面不存在</body></html>';
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it.each([
    ['nothing', () => Buffer.alloc(0), 'a.pdf', 'pdf', 'empty'],
    ['a scanned PDF', () => smallPdf(['0 0 100 100 re f']), 'a.pdf', 'pdf', 'no-text'],
    ['a picture', () => PNG, 'a.png', 'png', 'no-text'],
    ['a .doc with a password', encryptedDoc, 'a.doc', 'doc', 'encrypted'],
    ['a .xls with a password', encryptedXls, 'a.xls', 'xls', 'encrypted'],
    [
      'a .docx with a password',
      () => compoundOf({ EncryptedPackage: Buffer.alloc(64), EncryptionInfo: Buffer.alloc(8) }),
      'a.docx',
      'docx',
      'encrypted',
    ],
    [
      'a .ppt with a password',
      () => compoundOf({ 'PowerPoint Document': Buffer.alloc(9), EncryptedSummary: Buffer.alloc(9) }),
      'a.ppt',
      'ppt',
      'encrypted',
    ],
    ['a .pdf with a password', lockedPdf, 'a.pdf', 'pdf', 'encrypted'],
    ['a .zip with a password', encryptedZip, 'a.zip', 'zip', 'encrypted'],
    ['half a .docx', () => file('notice.docx').subarray(0, 2_000), 'a.docx', 'docx', 'damaged'],
    ['half a .doc', () => file('notice.doc').subarray(0, 1_500), 'a.doc', 'doc', 'damaged'],
    ['a PDF that is only a head', () => Buffer.from('%PDF-1.7\n'), 'a.pdf', 'pdf', 'damaged'],
    ['a rar', () => Buffer.from('526172211a0701000000', 'hex'), 'a.rar', 'rar', 'unsupported'],
    ['a 7z', () => Buffer.from('377abcaf271c0004', 'hex'), 'a.7z', '7z', 'unsupported'],
    ['an archive of nothing', () => zipOf({}), 'a.zip', 'zip', 'empty'],
    ['an archive of pictures', () => zipOf({ 'a.png': PNG }), 'a.zip', 'zip', 'no-text'],
    ['an error page as .pdf', () => Buffer.from(ERROR_PAGE), 'a.pdf', 'html', 'not-what-it-says'],
    ['an error page as .doc', () => Buffer.from(ERROR_PAGE), 'a.doc', 'html', 'not-what-it-says'],
    ['an error page as .xls', () => Buffer.from(`${ERROR_PAGE}<table><tr><td>x</table>`), 'a.xls', 'html', 'not-what-it-says'],
    ['a picture as .pdf', () => PNG, 'a.pdf', 'png', 'not-what-it-says'],
    ['a PDF as .doc', () => smallPdf([textPage([Buffer.from('x')])]), 'a.doc', 'pdf', 'not-what-it-says'],
    ['a table in a page as .xls, as report systems write it', () => Buffer.from(ROWS_HTML), 'a.xls', 'html', 'read'],
    ['a .docx named .doc, which Word opens', () => file('notice.docx'), 'a.doc', 'docx', 'read'],
    ['noise', () => Buffer.from([0, 1, 2, 3, 250, 251, 0, 9]), 'a', 'other', 'unsupported'],
  ] as const)('%s', async (_, bytes, name, type, outcome) => {
    expect(await read(await bytes(), name)).toMatchObject({ type, outcome });
  });

  it('name and bytes that disagree are told apart from those that agree', async () => {
    expect(await read(file('notice.docx'), 'a.doc')).toMatchObject({ named: 'doc', asNamed: false });
    expect(await read(file('notice.doc'), 'a.wps')).toMatchObject({ named: 'wps', asNamed: true });
    expect(await read(file('notice.doc'), 'down', { contentType: 'application/msword;charset=utf-8' })).toMatchObject({
      named: 'doc',
      asNamed: true,
    });
    expect(await read(file('notice.doc'), 'download.do')).toMatchObject({ named: null, asNamed: true });
  });

  it('a PDF whose table of places is broken is read all the same', async () => {
    const bytes = smallPdf([textPage([Buffer.from('still here')])]);
    const broken = Buffer.from(bytes.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect(await read(broken, 'a.pdf')).toMatchObject({ outcome: 'read', text: 'still here' });
  });

  it('one broken page does not spoil the others', async () => {
    const bytes = smallPdf([textPage([Buffer.from('one')]), textPage([Buffer.from('two')])]).toString('latin1');
    expect(await read(Buffer.from(bytes.replace('/Contents 5 0 R', '/Contents 5 5 5'), 'latin1'), 'a.pdf')).toMatchObject({
      outcome: 'read',
      pages: 2,
    });
  });
});

describe('archives', () => {
  it('names in GBK and in UTF-8, folders, litter, and names that climb out of the folder', async () => {
    const files = {
      '附件1/通知.txt': '甲',
      '../../etc/passwd.txt': '乙',
      '__MACOSX/._通知.txt': '丙',
      '附件2.docx': await docxOf(paragraph('丁')),
    };
    for (const names of ['gbk', 'utf8'] as const) {
      const { parts, text, outcome } = await read(await zipOf(files, names), '附件.zip');
      expect(parts.map(({ name, reading }) => [name, reading.outcome])).toEqual([
        ['附件1/通知.txt', 'read'],
        ['../../etc/passwd.txt', 'read'],
        ['附件2.docx', 'read'],
      ]);
      expect({ text, outcome }).toEqual({ text: '甲\n乙\n丁', outcome: 'read' });
    }
  });

  it('archives within archives down to the third', async () => {
    let bytes = await zipOf({ 'a.txt': '最里' });
    const depths: string[] = [];
    for (let depth = 0; depth < 5; depth++) {
      depths.push((await read(bytes, 'a.zip')).outcome);
      bytes = await zipOf({ 'inner.zip': bytes });
    }
    expect(depths).toEqual(['read', 'read', 'read', 'too-large', 'too-large']);
  });

  it('a broken member does not spoil the others', async () => {
    const { parts, outcome } = await read(await zipOf({ 'a.docx': file('notice.docx').subarray(0, 999), 'b.txt': '好' }), 'a.zip');
    expect(parts.map(({ reading }) => reading.outcome)).toEqual(['damaged', 'read']);
    expect(outcome).toBe('read');
  });
});

describe('limits', () => {
  const MB = 1_048_576;
  const zeros = (size: number): Buffer => Buffer.alloc(size, 0x20);

  it.each([
    ['a bomb in an archive', () => zipOf({ 'a.txt': zeros(8 * MB) }), 'a.zip', 'too-large'],
    [
      'a bomb in a workbook',
      async () =>
        zipOf({
          '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="spreadsheetml.sheet.main+xml"/></Types>',
          'xl/workbook.xml': zeros(8 * MB),
        }),
      'a.xlsx',
      'too-large',
    ],
    ['a bomb in a document', () => docxOf(`<w:p>${' '.repeat(8 * MB)}</w:p>`), 'a.docx', 'too-large'],
    ['a bomb in a PDF', () => smallPdf([{ data: deflateSync(zeros(8 * MB)), filters: '/Filter /FlateDecode' }]), 'a.pdf', 'too-large'],
    [
      'a bomb packed twice',
      () => smallPdf([{ data: deflateSync(deflateSync(zeros(8 * MB))), filters: '/Filter [/FlateDecode /FlateDecode]' }]),
      'a.pdf',
      'too-large',
    ],
    [
      'entities that would unfold without end',
      () =>
        Buffer.from(
          WORD_XML.replace('<w:wordDocument', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:wordDocument').replace(
            '旧式文档',
            '&b;',
          ),
        ),
      'a.doc',
      'read',
    ],
    ['elements a million deep', () => docxOf('<w:r>'.repeat(1_000_000)), 'a.docx', 'damaged'],
  ] as const)('%s', async (_, bytes, name, outcome) => {
    const { outcome: found, text } = await read(await bytes(), name, { limits: { memberBytes: 4 * MB } });
    expect(found).toBe(outcome);
    expect(text.length).toBeLessThan(100);
  });

  it('reads no more of a directory than any archive has, though it is all folders', async () => {
    const bytes = await zipOf({ 'x/': '' });
    const [entry, end] = [bytes.lastIndexOf(Buffer.from('PK\x01\x02')), bytes.lastIndexOf(Buffer.from('PK\x05\x06'))];
    const last = Buffer.from(bytes.subarray(end));
    for (const at of [8, 10]) last.writeUInt16LE(60_000, at);
    const heaped = Buffer.concat([bytes.subarray(0, entry), ...Array<Buffer>(60_000).fill(bytes.subarray(entry, end)), last]);
    expect(await read(heaped, 'a.zip')).toMatchObject({ truncated: true });
  });

  it.each([
    ['a document', () => docxOf(paragraph('字'.repeat(100)).repeat(50)), 'a.docx'],
    [
      'a PDF',
      () => smallPdf(Array.from({ length: 50 }, () => textPage([Buffer.from('x'.repeat(50)), Buffer.from('y'.repeat(50))]))),
      'a.pdf',
    ],
    ['a text', () => Buffer.from('字'.repeat(5_000)), 'a.txt'],
  ] as const)('letters of %s: all, or as many as allowed, said so', async (_, make, name) => {
    const bytes = await make();
    expect(await read(bytes, name)).toMatchObject({ characters: 5_000, truncated: false });
    const cut = await read(bytes, name, { limits: { characters: 1_000 } });
    expect(cut).toMatchObject({ characters: 1_000, truncated: true, outcome: 'read' });
  });

  it('pages of a PDF, and the patience of the caller', async () => {
    const bytes = smallPdf(Array.from({ length: 30 }, (_, i) => textPage([Buffer.from(`page${i}`)])));
    const first = await read(bytes, 'a.pdf', { limits: { pages: 10 } });
    expect(first).toMatchObject({ pages: 30, truncated: true, text: Array.from({ length: 10 }, (_, i) => `page${i}`).join('\n') });
    let asked = 0;
    const some = await read(bytes, 'a.pdf', { more: () => ++asked < 12 });
    expect(some).toMatchObject({ outcome: 'read', truncated: true });
    expect(some.text.length).toBeLessThan(60);
    expect(await read(bytes, 'a.pdf', { more: () => false })).toMatchObject({ outcome: 'given-up', text: '' });
  });

  it('a file larger than allowed is not opened', async () => {
    expect(await read(file('notice.doc'), 'a.doc', { limits: { bytes: 11_264 } })).toMatchObject({ outcome: 'read' });
    expect(await read(file('notice.doc'), 'a.doc', { limits: { bytes: 11_263 } })).toMatchObject({ outcome: 'too-large' });
  });
});
