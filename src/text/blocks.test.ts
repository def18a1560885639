import { describe, expect, it } from 'vitest';
import { divide } from './blocks.ts';

const words = (text: string) => divide(text).map(({ start, end, role }) => `${role}:${text.slice(start, end)}`);
const judged = (text: string) =>
  divide(text).map(({ start, end, unscored, quoted }) => [text.slice(start, end), unscored, quoted.length] as const);

describe('divide', () => {
  it('knows title, lead, headings, paragraphs and cells', () => {
    expect(words('关于公开工作的通知\r\n\r\n各单位要抓好落实。\r\n一、总体要求\r\n继续推进。\n单位\t电话\n')).toEqual([
      'title:关于公开工作的通知',
      'lead:各单位要抓好落实。',
      'heading:一、总体要求',
      'paragraph:继续推进。',
      'cell:单位',
      'cell:电话',
    ]);
  });

  it.each([
    ['nothing', '', []],
    ['blanks only', ' \n\t\n', []],
    ['one letter', '字', ['heading:字']],
    ['a sentence a line', '一是推进公开。\n二是加强监督。', ['paragraph:一是推进公开。', 'paragraph:二是加强监督。']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('joins lines that were only wrapped, and ends a paragraph where it ends', () => {
    const line = '各级各部门要切实提高认识加强组织领导明确责任分工';
    const text = `${line}\n${line}\n${line}\n${line}到位。\n下一段另起一行。`;
    expect(divide(text).map(({ start, end }) => text.slice(start, end))).toEqual([text.slice(0, text.indexOf('\n下')), '下一段另起一行。']);
  });

  it('cuts a text without line ends at the ends of sentences', () => {
    const text = '各单位要抓好落实。'.repeat(2_000);
    const blocks = divide(text);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.every(({ start, end }) => end - start <= 4_000 && text[end - 1] === '。')).toBe(true);
  });

  it('leaves the words of the public alone up to the reply', () => {
    expect(judged('网民留言：路灯不亮，请问何时修复\n天天摸黑走路\n答复内容：您好，已安排维修。')).toEqual([
      ['网民留言：路灯不亮，请问何时修复', null, 1],
      ['天天摸黑走路', 'message', 0],
      ['答复内容：您好，已安排维修。', null, 0],
    ]);
  });

  it.each([
    ['a policy that names the matter', '群众诉求办理情况纳入考核。', null],
    ['English', 'The county government published the annual report.', 'foreign'],
    ['code', 'const a = document.getElementById("x"); // 值', 'foreign'],
    ['Japanese', 'これは日本語の文章です', 'foreign'],
    ['a number', '1,204.5', 'no-words'],
    ['a name of a programme in Latin', '推进APP适老化改造。', null],
  ])('%s', (_, text, unscored) => {
    expect(divide(text)[0]?.unscored).toBe(unscored);
  });

  it('does not judge verse', () => {
    const verse = '青山接远云，\n流水绕孤村。\n晚照归人影，\n炊烟起近邻。';
    expect(judged(verse).every(([, unscored]) => unscored === 'verse')).toBe(true);
  });

  it('takes the code of an office in the number of a document for no word', () => {
    const text = '印发《方案》（石政公开办〔2022〕5号）的通知。';
    const [block] = divide(text);
    expect(block?.quoted.map(({ start, end }) => text.slice(start, end))).toEqual(['石政公开办']);
    expect(judged('全县共有网站（2022年底数）三个。')[0]?.[2]).toBe(0);
  });

  it('leaves long quoted speech alone, not a slogan in quotes', () => {
    const speech = `他说：“${'我们村的路修好了，大家出门方便多了。'.repeat(3)}”`;
    expect(judged(speech)[0]?.[2]).toBe(1);
    expect(judged('深化“放管服”改革，落实“三审三校”。')[0]?.[2]).toBe(0);
  });
});
