import iconv from 'iconv-lite';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../text/finding.ts';
import { readPersonalData } from '../../text/privacy/read-personal-data.ts';
import { compileProofreader } from '../../text/proofread.ts';
import { printedProof } from './printed-proof.ts';
import { proofDocx } from './proof-docx.ts';
import { proofFile } from './proof-file.ts';
import { proofHtml } from './proof-html.ts';
import { proofLines } from './proof-lines.ts';

/** Stands in for the layers of wording: what is tested here is the way in and out. */
const WRONG = '整治站位';
const reader = compileProofreader({
  layers: ['L1', 'L5', 'L6'],
  version: '1',
  thresholds: {},
  pageLayers: [{ layer: 'L5', read: readPersonalData }],
  blockLayers: [
    {
      layer: 'L1',
      read: (block) =>
        [...block.matchAll(new RegExp(WRONG, 'g'))].map(
          ({ index }): Finding => ({
            start: index,
            end: index + WRONG.length,
            found: WRONG,
            suggestion: '政治站位',
            layer: 'L1',
            kind: 'wrong-word',
            severity: 3,
            score: 1,
            files: true,
            why: '固定表述是“政治站位”。',
          }),
        ),
    },
  ],
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const proof = (given: Uint8Array, name = '稿.txt') => proofFile(reader, given, name);

const TEXT = '关于工作的通知\r\n\r\n要提高整治站位，压实责任。';

describe('plain text, whatever its bytes', () => {
  it.each([
    ['UTF-8', bytes(TEXT)],
    ['UTF-8 with mark', bytes(`\ufeff${TEXT}`)],
    ['GBK', iconv.encode(TEXT, 'gbk')],
    ['UTF-16 LE', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without mark', iconv.encode(TEXT, 'utf-16le')],
  ])('%s', async (_, given) => {
    const { findings, document, type } = await proof(given);
    expect([document, type, findings.length]).toEqual([null, 'txt', 1]);
    expect(TEXT.slice(findings[0]?.start, findings[0]?.end)).toBe(WRONG);
  });

  it.each([
    ['nothing', '', 0, 0],
    ['one letter', '字', 1, 0],
    ['no line end', WRONG, 4, 1],
    ['zero bytes within', `前\u0000文要提高${WRONG}`, 9, 1],
    ['a name without ending', WRONG, 4, 1],
  ])('%s', async (what, text, characters, found) => {
    const report = await proof(bytes(text), what.includes('ending') ? '标准输入' : '稿.txt');
    expect([report.characters, report.findings.length]).toEqual([characters, found]);
    for (const { start, end, found: words } of report.findings) expect(text.slice(start, end)).toBe(words);
  });

  it('says so when there was nothing to read', async () => {
    expect((await proof(bytes(' \n'))).notes).toEqual(['没有读到文字，什么也没有校对。']);
  });

  it.each([
    ['a program', '程序.exe', 'MZ\u0000\u0001\u0002\u0000\u0000\u0003'],
    ['bytes under a name of text', '稿.txt', '\u0000\u0001\u0002\u0003\u0000\u0001'],
  ])('refuses %s and says what to do', async (_, name, text) => {
    await expect(proof(bytes(text), name)).rejects.toMatchObject({ code: 'bad-input', next: expect.stringMatching(/./) });
  });

  it('reads ten megabytes', async () => {
    const text = '各单位要认真落实政务公开工作要求，及时更新栏目。\n'.repeat(140_000) + WRONG;
    const { findings, seconds } = await proof(bytes(text));
    expect(findings.map(({ start }) => start)).toEqual([text.length - WRONG.length]);
    expect(seconds).toBeLessThan(10);
  });
});

describe('files with a structure', () => {
  const page = `<html><body><h1>关于工作的通知</h1><p>各单位要提高${WRONG}，认真落实各项工作部署。</p><table><tr><td>单位</td><td>问题</td></tr><tr><td>某局</td><td>${WRONG}不高</td></tr></table></body></html>`;

  it('a page: the text goes with the findings, and each stands in its paragraph or cell', async () => {
    const report = await proof(bytes(page), '页.html');
    const { text = '', findings } = printedProof(report);
    expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual([WRONG, WRONG]);
    expect(report.findings.map(({ place }) => place?.in)).toEqual(['text', 'cell']);
  });

  it('prints the keys in the order that is promised', async () => {
    const printed = printedProof(await proof(bytes(TEXT)));
    expect(Object.keys(printed).slice(0, 3)).toEqual(['findings', 'characters', 'seconds']);
    expect(Object.keys(printed.findings[0] ?? {})).toEqual('start end found suggestion layer kind severity score files why'.split(' '));
  });

  it('a Word copy of a text with marks that Word does not allow opens all the same', async () => {
    const given = bytes(`前\u0000文\u000b要提高${WRONG}，压实责任。`);
    const zip = await JSZip.loadAsync(await proofDocx(given, await proof(given)));
    const main = (await zip.file('word/document.xml')?.async('string')) ?? '';
    expect(['\u0000', '\u000b'].filter((mark) => main.includes(mark))).toEqual([]);
    expect(main).toContain('commentRangeStart');
  });

  it('a Word copy carries a comment at the words, of plain text and of the copy itself', async () => {
    const given = bytes(TEXT);
    const first = await proofDocx(given, await proof(given));
    const again = await proofDocx(first, await proof(first, '稿.docx'));
    for (const copy of [first, again]) {
      const zip = await JSZip.loadAsync(copy);
      const main = (await zip.file('word/document.xml')?.async('string')) ?? '';
      const comments = await Promise.all(
        Object.keys(zip.files)
          .filter((name) => /comments/.test(name))
          .map((name) => zip.file(name)?.async('string')),
      );
      expect(comments.join('')).toContain('建议改为：政治站位');
      expect(/commentRangeStart[^>]*>.*?整治站位.*?commentRangeEnd/.test(main)).toBe(true);
    }
  });
});

describe('personal data', () => {
  const number = '11010519491231002X';
  const text = `姓名：王某，身份证号${number}，手机13812345678。`;

  it('never leaves in the clear, and offsets stay', async () => {
    const report = await proof(bytes(text));
    const said = [JSON.stringify(printedProof(report)), JSON.stringify(report), proofLines(report).join('\n'), proofHtml(report)].join(
      '\n',
    );
    expect(report.findings.map(({ start, end }) => text.slice(start, end))).toEqual([number, '13812345678']);
    expect([said.includes(number), said.includes('13812345678'), said.includes('110***********002X')]).toEqual([false, false, true]);
  });
});

it('lines name the place, the words, what would be right and why', async () => {
  const lines = proofLines(await proof(bytes(TEXT)));
  expect(lines).toContain('  第3行  要提高【整治站位】，压实责任。');
  expect(lines.join('\n')).toMatch(/建议：政治站位\n.*用词不当（重要，可直接认定）：固定表述是/);
});

it('a page with hidden links: told before the words, without a place in them', async () => {
  const html = `<html><body><h1>某县人民政府</h1><p>通知公告和政策文件，认真落实各项工作。</p><div style="position:absolute;left:-9999px"><a href="http://www.a1b2.example.com/">百家乐开户送彩金</a></div></body></html>`;
  const report = await proof(bytes(html), '页.html');
  expect(report.findings.map(({ layer, kind, start, end, place }) => [layer, kind, start, end, place])).toEqual([
    ['L6', 'hidden-link', 0, 0, null],
  ]);
  expect(proofLines(report).join('\n')).toContain('网页代码');
});

it('a list page is read line by line, an article without what stands around it', async () => {
  const list = `<html><body><ul>${['关于甲的通知', `关于提高${WRONG}的通知`, '关于乙的公告'].map((title) => `<li><a href="/1">${title}</a></li>`).join('')}</ul></body></html>`;
  expect((await proof(bytes(list), '列表.html')).findings.map(({ found }) => found)).toEqual([WRONG]);
  const article = `<html><body><div>首页 | ${WRONG}栏目</div><div><h1>通知</h1><p>${'各单位要认真落实政务公开工作要求，及时更新栏目。'.repeat(30)}</p></div></body></html>`;
  expect((await proof(bytes(article), '文章.html')).findings).toEqual([]);
});
