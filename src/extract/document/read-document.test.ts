import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../core/block.ts';
import { docxOf, paragraph, sheetOf, zipOf } from '../attachment/testing/small-files.ts';
import { readDocument } from './read-document.ts';

const file = (name: string): Buffer => readFileSync(new URL(`testing/files/${name}`, import.meta.url));
const old = (name: string): Buffer => readFileSync(new URL(`../attachment/testing/files/${name}`, import.meta.url));
/** Paragraphs as they are, tables as their rows. */
const shown = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.join('|'))));
const read = async (bytes: Uint8Array, name = 'x') => shown((await readDocument(bytes, name)).blocks);

const SHEET = [
  [
    '各乡镇信息发布统计表||||',
    '类别|单位|发布数（条）|任务数（条）|完成率（%）',
    '乡镇|东岭镇|25|50|50',
    '乡镇|柳河镇|20|40|50',
    '乡镇|枫桥镇|15|45|33.3',
    '合计|合计|60|135|44.4',
  ],
];
const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('/').map(paragraph).join('')}</w:tc>`;
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

describe('office files as paragraphs and tables in order', () => {
  it('Word: merged cells carry their text, lines within a cell stay apart', async () => {
    const table = `<w:tbl>${row(cell('类别'), cell('数量', '<w:gridSpan w:val="2"/>'))}${row(cell('镇', '<w:vMerge w:val="restart"/>'), cell('甲/乙'), cell('2'))}${row(cell('', '<w:vMerge/>'), cell('丙'), cell('3'))}</w:tbl>`;
    expect(await read(await docxOf(paragraph('前') + table + paragraph('后')))).toEqual([
      '前',
      ['类别|数量|数量', '镇|甲\n乙|2', '镇|丙|3'],
      '后',
    ]);
  });
  it('a frame around running text is no table', async () => {
    expect(await read(await docxOf(`<w:tbl>${row(cell('第一段/第二段'))}</w:tbl>`))).toEqual(['第一段', '第二段']);
  });
  it.each([
    ['notice.doc', '通知.doc'],
    ['notice.doc', '通知.wps'],
    ['notice.docx', '通知.docx'],
  ])('%s as %s', async (name, as) => {
    const blocks = await read(old(name), as);
    expect(blocks.slice(0, 3)).toEqual([
      '青禾县教育局关于开展校园安全检查的通知',
      '各中小学校：为做好秋季学期校园安全工作，现将有关事项通知如下。',
      '一、检查时间为9月1日至9月30日。',
    ]);
    expect(blocks[3]).toEqual(expect.arrayContaining(['序号|单位|联系人', '1|第一中学|王老师']));
    expect(blocks[4]).toBe('请于10月8日前报送总结。');
  });
  it('a table of rows of unequal length is doubted where the file does not rule them', async () => {
    const rows = (edges: string): Buffer => Buffer.from(`{\\rtf1 \\trowd ${edges} a\\cell b\\cell\\row\\trowd\\cellx2000 c\\cell\\row}`);
    const tableOf = async (edges: string) => (await readDocument(rows(edges), 'a.rtf')).blocks.find(({ kind }) => kind === 'table');
    expect(await tableOf('')).toMatchObject({ doubt: 'uneven-rows' });
    expect(await tableOf('\\cellx1000\\cellx2000')).toEqual({
      kind: 'table',
      rows: [
        ['a', 'b'],
        ['c', 'c'],
      ],
    });
    expect((await readDocument(old('notice.doc'), 'a.doc')).blocks.find(({ kind }) => kind === 'table')).not.toHaveProperty('doubt');
  });
  it.each([
    ['sheet.xls', 'a.xls', 'xls'],
    ['sheet.xls', 'a.et', 'et'],
    ['sheet.ods', 'a.ods', 'ods'],
  ])('%s as %s: the title row and the table', async (name, as, type) => {
    expect((await readDocument(file(name), as)).type).toBe(type);
    expect(await read(file(name), as)).toEqual(SHEET);
  });
  it('.xlsx with a title over the whole width', async () => {
    expect(await read(sheetOf([['统计表'], ['乡镇', '条数'], ['柳河镇', 12]], 'xlsx'))).toEqual([
      ['统计表|统计表', '乡镇|条数', '柳河镇|12'],
    ]);
  });
  it('.odt', async () => {
    const blocks = await read(file('notice.odt'));
    expect(blocks[1]).toBe('5月份共发布信息60条，其中东岭镇25条、柳河镇20条、枫桥镇15条。');
    expect(blocks[3]).toEqual([
      '类别|单位|发布数（条）|任务数（条）|完成率（%）',
      '乡镇|东岭镇|25|50|50.0',
      '乡镇|柳河镇|20|40|50.0',
      '乡镇|枫桥镇|15|45|33.3',
      '合计|合计|60|135|44.4',
    ]);
  });
  it.each([
    ['a zip of files', () => zipOf({ 'a.txt': '一' }), 'zip', 'read'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'png', 'no-text'],
    ['nothing', () => Buffer.alloc(0), 'other', 'empty'],
  ])('%s gives no blocks', async (_, make, type, outcome) => {
    expect(await readDocument(await make(), 'x')).toMatchObject({ type, outcome, blocks: [] });
  });
});

describe('text and Markdown', () => {
  it('rows between bars, breaks in cells; marks of Markdown and remarks of the copyist left out', async () => {
    const text = '---\na: 1\n---\n# 标题\n\n> 抄录说明\n\n一、**情况**[^1]\n\n| 甲 | 乙 |\n|---|:-:|\n| 一<br>二 | 3 |\n\n[^1]: 注';
    expect(await read(Buffer.from(text), 'a.md')).toEqual(['标题', '一、情况', ['甲|乙', '一\n二|3']]);
  });
  it('tabs in GBK', async () => {
    expect(await read(iconv.encode('标题\r\n单位\t数\r\n甲\t3\r\n完', 'gbk'), 'a.txt')).toEqual(['标题', ['单位|数', '甲|3'], '完']);
  });
});

describe('tables flattened to one cell a line', () => {
  const head = ['序号', '单位', '发布数（条）'];
  const cells = ['1', '东岭镇', '25', '2', '柳河镇', '20', '3', '枫桥镇', '15'];
  const flat = async (...lines: string[]) => readDocument(Buffer.from(['5月份情况如下。', '各乡镇统计表', ...lines].join('\n')), 'a.txt');
  it('a rhythm that holds gives the table', async () => {
    const { blocks, unclear } = await flat(...head, ...cells, '县政府办公室', '2023年6月2日');
    expect(shown(blocks)).toEqual([
      '5月份情况如下。',
      '各乡镇统计表',
      ['序号|单位|发布数（条）', '1|东岭镇|25', '2|柳河镇|20', '3|枫桥镇|15'],
      '县政府办公室',
      '2023年6月2日',
    ]);
    expect([blocks[2], unclear]).toEqual([expect.not.objectContaining({ doubt: 'flattened' }), []]);
  });
  it('cells left behind it make it doubtful', async () => {
    const { blocks } = await flat(...head, ...cells, '南屏乡', '12');
    expect(blocks[2]).toMatchObject({ kind: 'table', doubt: 'flattened' });
  });
  it('two lists side by side are doubtful even where the rhythm holds', async () => {
    const { blocks } = await flat(
      '乡镇',
      '数量',
      '部门',
      '数量',
      '甲镇',
      '1',
      '县乙局',
      '2',
      '丙镇',
      '3',
      '县丁局',
      '4',
      '戊镇',
      '5',
      '己镇',
      '6',
    );
    expect(blocks[2]).toMatchObject({ kind: 'table', doubt: 'flattened' });
  });
  it('a rhythm that breaks at once is named, not guessed at', async () => {
    const { blocks, unclear } = await flat(...head, '1', '东岭镇', '2', '柳河镇', '20', '3', '15', '4', '龙泉镇', '5', '北山乡', '9');
    expect(blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
    expect(unclear).toEqual([{ quote: '序号 单位 发布数（条）' }]);
  });
});

describe('pages', () => {
  const page = (inner: string): Buffer =>
    Buffer.from(
      `<html><head><title>5月通报_某县人民政府</title></head><body><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul><div>您现在所在的位置：<a href="/">首页</a> &gt; 正文</div><div class="con"><h1>5月通报</h1><p>发布时间：2023-06-02 来源：县政府办</p>${inner}</div><div>分享到：</div><div>上一篇：<a href="2">关于3个单位的通知</a></div><div><p>全部留言</p><p>评论</p><p>有用（）</p></div><div>主办单位：某县人民政府　网站标识码：123</div></body></html>`,
    );
  it('the notice without menus, comments, share bar and foot', async () => {
    const blocks = await read(
      page(
        '<p>本月检查网站3家。</p><table><tr><td>单位</td><td>结果</td></tr><tr><td>甲<br>乙</td><td>合格</td></tr></table><p>县政府办公室</p>',
      ),
    );
    expect(blocks).toEqual(['5月通报', '本月检查网站3家。', ['单位|结果', '甲\n乙|合格'], '县政府办公室']);
  });
  it('a table that only sets the page is none; attachments behind the signature stay', async () => {
    const blocks = await read(
      page(
        '<table><tr><td><p>情况如下。</p><p>2023年6月2日</p><table><tr><td>单位</td><td>数</td></tr><tr><td>甲</td><td>3</td></tr></table></td></tr></table>',
      ),
    );
    expect(blocks).toEqual(['5月通报', '情况如下。', '2023年6月2日', ['单位|数', '甲|3']]);
  });
});
