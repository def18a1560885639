import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { MingchaError } from '../../core/error.ts';
import { writeDocx } from '../docx/write-docx.ts';
import type { NoticeDocument } from '../model.ts';
import { cellText } from '../table.ts';
import { template as monthly } from '../templates/monthly-monitoring.ts';
import { template as quarterly } from '../templates/quarterly-accounts.ts';
import { docxOf } from '../testing/docx-of.ts';
import { fullMonth, site, snapshot } from '../testing/fixtures.ts';
import { all, openParts, wordRows } from '../testing/parts.ts';
import { cangxi, cangxiSnapshot, langxi, langxiSnapshot } from '../testing/seed-snapshots.ts';
import { editZip } from '../zip-edit.ts';
import { shownFields } from './fields.ts';
import { fillTemplate } from './fill-template.ts';
import { starterTemplate } from './starter.ts';

const month = monthly.build(fullMonth(44));

/** All words of a .docx, without blanks: a title is broken into lines in one form and not in the other. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value.replace(/\s/gu, '');
}

/** Ours without merged cells, as no template can merge them. */
const unmerged = (document: NoticeDocument): NoticeDocument => ({
  ...document,
  attachments: document.attachments.map(({ title, table }) => ({ title, table: { ...table, merges: [] } })),
});

async function roundTrip(document: NoticeDocument): Promise<void> {
  const { bytes, leftOut } = fillTemplate(await starterTemplate(document), '样板.docx', document);
  expect(leftOut).toEqual([]);
  expect(await wordsOf(bytes)).toBe(await wordsOf(await writeDocx(unmerged(document))));
  const tables = all(await (await openParts(bytes))('word/document.xml'), 'w:tbl').map(wordRows);
  document.attachments.forEach(({ table }, i) => {
    const rows = table.rows.map((row) => table.columns.map(({ key }) => cellText(table, row, key)));
    expect(tables[i]?.slice(-rows.length)).toEqual(rows);
  });
}

const fault = (act: () => unknown): MingchaError => {
  try {
    act();
  } catch (error) {
    if (error instanceof MingchaError) return error;
  }
  throw new Error('nothing was refused');
};
const faultsOf = (error: MingchaError): string[] => error.faults.map(({ field, message }) => `${field} ${message}`);

describe('the starter template filled says what our own form says', () => {
  it('of a made-up month', () => roundTrip(month));
  it.skipIf(!langxi)('of 郎溪', () => roundTrip(monthly.build(langxiSnapshot(langxi as NonNullable<typeof langxi>))));
  it.skipIf(!cangxi)('of 苍溪', () => roundTrip(quarterly.build(cangxiSnapshot(cangxi as NonNullable<typeof cangxi>))));
  it('of a month without letterhead, addressees, copies and dates', () =>
    roundTrip(
      monthly.build(
        snapshot(
          { channels: [site('甲镇'), site('乙镇')] },
          { letterhead: null, number: null, addressees: [], cc: [], disclosureMark: null, signedDate: null, printedDate: null },
        ),
      ),
    ));
  it('made of one month serves another with fewer attachments', async () => {
    const fewer = monthly.build(snapshot({ channels: [site('甲镇'), site('乙镇')] }));
    expect(fewer.attachments.length).toBeLessThan(month.attachments.length);
    const words = await wordsOf(fillTemplate(await starterTemplate(month), '样板.docx', fewer).bytes);
    expect([words.includes('附件2'), words.includes('甲镇'), /undefined|[{}]/.test(words)]).toEqual([false, true, false]);
  });
  it('400 rows within 2 s of work, the same bytes twice', async () => {
    const big = monthly.build(fullMonth(400));
    const starter = await starterTemplate(big);
    const before = process.cpuUsage();
    const { bytes } = fillTemplate(starter, '样板.docx', big);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(2);
    const [table] = all(await (await openParts(bytes))('word/document.xml'), 'w:tbl');
    expect(all(table as never, 'w:tr').length).toBe(401);
    expect(Buffer.compare(bytes, fillTemplate(starter, '样板.docx', big).bytes)).toBe(0);
  });
});

describe('names of an office', () => {
  const printed = async (...lines: string[]): Promise<string> => wordsOf(fillTemplate(await docxOf(lines), '本办.docx', month).bytes);

  it.each([
    ['合格率{信息公开网站合格率}', '合格率93.2%'],
    ['合格率{信息公开网站合格率数值}个百分点', '合格率93.2个百分点'],
    ['合格{disclosure_site.pass}', '合格41家'],
    ['{期}（截至{截止日期}）', '2022年12月（截至2022年12月27日）'],
    ['{#文号}文号{文号}{/文号}', '文号清政办〔2023〕1号'],
    ['{#有附件9}九{/有附件9}{^有附件9}无{/有附件9}', '无'],
    ['{#附件9}{单位名称}{/附件9}完', '完'],
  ])('%s', async (line, expected) => expect(await printed(line)).toBe(expected));

  it('lists every name once with its value; names of attachments that are not there are left away', () => {
    const names = shownFields(month).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['标题', '正文', '附件说明', '附件1', '附件4标题', '信息公开网站合格率']));
    expect(names.filter((name) => name.includes('附件5') || name.includes('disclosure_site'))).toEqual([]);
  });
  it('two figures of one name are had by their ids only', async () => {
    const [one, two] = month.figures;
    const twins = { ...month, figures: [one, { ...two, name: one?.name }] } as NoticeDocument;
    const names = shownFields(twins).map(({ name }) => name);
    expect([names.includes(one?.name ?? ''), names.includes(one?.id ?? ''), names.includes(two?.id ?? '')]).toEqual([false, true, true]);
  });
  it('says what the template leaves out', async () => {
    const { leftOut } = fillTemplate(await docxOf(['{标题}', '{#附件2}{单位}{/附件2}']), '本办.docx', month);
    expect(leftOut).toEqual([
      '正文',
      expect.stringMatching(/^附件1《/),
      expect.stringMatching(/^附件3《/),
      expect.stringMatching(/^附件4《/),
    ]);
  });
  it('words of the data are words, never tags', async () => {
    const hostile = { ...month, title: '<w:p>{#正文}&\u0001“通报”' };
    expect(await wordsOf(fillTemplate(await docxOf(['{标题}']), '本办.docx', hostile).bytes)).toBe('<w:p>{#正文}&“通报”');
  });
});

describe('refused, the tag named', () => {
  it.each<[string, string[]]>([
    ['{合格律}', ['{合格律} 没有这个字段。']],
    ['{网站合格率}', [expect.stringMatching(/^\{网站合格率\} 没有这个字段，是否应为\{信息公开网站合格率\}/) as never]],
    ['{ 标题 }', ['{ 标题 } 应写成半角、不留空格：{标题}。']],
    ['｛标题｝', ['｛标题｝ 花括号应为半角：{标题}。']],
    ['{＃正文}', ['{＃正文} 应写成半角、不留空格：{#正文}。']],
    ['{正文}', ['{正文} 要成对写：{#正文}…{/正文}。']],
    ['{@标题}', ['{@标题} 请去掉 @，写成 {标题}。']],
    ['{constructor}', ['{constructor} 没有这个字段。']],
    ['{#附件1}{账号}{/附件1}', ['{账号} 没有这个字段。']],
    ['{#附件1}{单位名称}', ['{#附件1} 有开头没有结尾，请在重复部分之后加 {/附件1}。']],
    ['{单位名称}{/附件1}', ['{/附件1} 有结尾没有开头，请在重复部分之前加 {#附件1}。']],
    ['{#附件1}{/附件2}', ['{/附件2} 与前面的 {#附件1} 不成对，应为 {/附件1}。']],
    ['{标题', ['{标题 缺右花括号，应为 {标题}；文字中的花括号请改用全角｛｝。']],
    ['标题}', [expect.stringMatching(/缺左花括号/) as never]],
    ['{{标题}', [expect.stringMatching(/左花括号重复/) as never]],
  ])('%s', async (line, faults) => {
    const template = await docxOf([line]);
    const error = fault(() => fillTemplate(template, '本办.docx', month));
    expect([error.code, faultsOf(error)]).toEqual(['bad-input', faults]);
  });
});

describe('files that are no template', () => {
  const swelling = async (mb: number): Promise<Uint8Array> =>
    editZip(await docxOf(['{标题}'])).with(new Map([['word/document.xml', new Uint8Array(mb * 1_048_576)]]));
  const PART = 'word/document.xml';
  /** A second part, at the end, under a name that is written over: of the first one, or one no text bears. */
  const renamed = async (name: string, mb: number): Promise<Uint8Array> => {
    const added = Buffer.from(editZip(await docxOf(['{标题}'])).with(new Map([['word/documenT.xml', new Uint8Array(mb * 1_048_576)]])));
    const as = name === 'word/documenT.xml' ? PART : name.padEnd(PART.length);
    for (let at = added.indexOf('word/documenT.xml'); at >= 0; at = added.indexOf('word/documenT.xml', at)) added.write(as, at);
    return added;
  };
  const related = async (type: string, target: string): Promise<Uint8Array> =>
    editZip(await docxOf(['{标题}'])).with(
      new Map([
        [
          'word/_rels/settings.xml.rels',
          Buffer.from(
            `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
          ),
        ],
      ]),
    );
  const coded = async (runs: string): Promise<Uint8Array> =>
    editZip(await docxOf(['{标题}'])).with(new Map([['word/header9.xml', Buffer.from(`<w:hdr><w:p><w:r>${runs}</w:r></w:p></w:hdr>`)]]));
  const refused = (bytes: Uint8Array): string => fault(() => fillTemplate(bytes, '本办.docx', month)).message;
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['no zip', () => new TextEncoder().encode('标题'), /不是完好的 \.docx/],
    ['cut off', async () => (await docxOf(['{标题}'])).subarray(0, 900), /不是完好的 \.docx/],
    ['old or under a password', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /旧的 \.doc 或设了打开密码/],
    ['with macros', () => docxOf(['{标题}'], 'application/vnd.ms-word.document.macroEnabled.main+xml'), /带有宏/],
    [
      'a workbook',
      () => docxOf(['{标题}'], 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      /不是 Word 文档/,
    ],
    ['too large', () => new Uint8Array(20 * 1_048_576 + 1), /超过 20 MB/],
    ['swelling', () => swelling(49), /解开后超过 48 MB/],
    ['swelling in a part of a name given twice', () => renamed('word/documenT.xml', 49), /解开后超过 48 MB/],
    ['swelling in a part that bears no name of a text', () => renamed('word/document.bin', 49), /解开后超过 48 MB/],
    ['with a template elsewhere', () => related('attachedTemplate', 'http://a.example/t.dotm'), /从别处取内容（http:\/\/a\.example/],
    ['with a picture on a share', () => related('image', '\\\\10.0.0.1\\x\\a.png'), /从别处取内容/],
    ['with a share as an address', () => related('oleObject', 'file://10.0.0.1/x/a.xlsx'), /从别处取内容/],
    [
      'with DDE, in pieces',
      () => coded('<w:instrText>DD</w:instrText></w:r><w:r><w:instrText xml:space="preserve">EAUTO cmd</w:instrText>'),
      /从别处取内容（DDEAUTO/,
    ],
    ['with a field that fetches', () => coded('<w:fldSimple w:instr=" INCLUDEPICTURE http://a.example/a.png "/>'), /从别处取内容/],
    ['swelling beyond what is read of one part', () => swelling(65), /解开后超过 48 MB/],
  ])('%s', async (_, make, message) => expect(refused(await make())).toMatch(message));

  it('a link to be clicked, a page number and the template of this very machine are none of that', async () => {
    for (const bytes of [
      await related('hyperlink', 'http://a.example/'),
      await related('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'),
      await coded('<w:instrText> PAGE </w:instrText>'),
      await coded('<w:instrText> HYPERLINK "http://a.example/" </w:instrText>'),
    ])
      expect(fillTemplate(bytes, '本办.docx', month).bytes.length).toBeGreaterThan(1_000);
  });
});
