import { existsSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { decodeGbk, encodeGbk } from './gbk.ts';
import { readIntegrity } from './read-integrity.ts';
import { repairText } from './repair-text.ts';

const asLatin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = (text: string): Uint8Array => Uint8Array.from(encodeGbk(text) ?? []);

describe('damage of a text', () => {
  it.each([
    ['UTF-8 read as Latin', asLatin(utf8('政务公开')), '政务公开'],
    ['GBK read as Latin', asLatin(gbk('中国政府')), '中国政府'],
    ['UTF-8 read as GBK', new TextDecoder('gbk').decode(utf8('中国人民政府')), '中国人民政府'],
  ])('%s is told with what it says', (_, broken, right) => {
    expect(readIntegrity(`通知：${broken}。`)).toMatchObject([{ kind: 'mojibake', layer: 'L0', suggestion: right, start: 3 }]);
  });
  it.each(['锟斤拷锟斤拷', '政务��公开', '烫烫烫'])('%s is told as lost', (text) => {
    expect(readIntegrity(text)).toMatchObject([{ kind: 'mojibake', suggestion: null }]);
  });
  it('tells control characters, not line ends', () => {
    expect(readIntegrity('政务\u0008公开\r\n通知\t附件\f')).toMatchObject([{ kind: 'mojibake', found: '\u0008', suggestion: '' }]);
  });
  it.each(['café ½ 25°C，Müller', '鄠（hù）邑区', '汉语拼音（hàn yǔ）', '政府信息公开，A级景区', '《說文解字》', '乾隆年间，著作等身'])(
    '%s is whole',
    (text) => {
      expect(readIntegrity(text).filter(({ score }) => score > 0.5)).toEqual([]);
    },
  );
  it('tells inserted readings once for the page', () => {
    const found = readIntegrity('政务(wù)公开(kāi)工作(zuò)的(de)要求');
    expect(found).toMatchObject([{ kind: 'pinyin-gloss', start: 2, end: 6 }]);
    expect(found[0]?.why).toContain('4处');
  });
  it('tells a converted copy once, a stray traditional word by itself, and leaves a traditional page alone', () => {
    const simplified = '根据政府信息公开条例，现将有关情况通报如下，请各单位认真落实。'.repeat(3);
    expect(readIntegrity(`${simplified}各縣發布`)).toMatchObject([
      { kind: 'traditional-mix', found: '縣發', suggestion: '县发', score: 0.5 },
    ]);
    const copy = readIntegrity(simplified + '現將有關情況通報，請貫徹執行。'.repeat(3));
    expect(copy).toHaveLength(1);
    expect(copy[0]?.score).toBeGreaterThan(0.9);
    expect(readIntegrity('現將有關情況通報，請貫徹執行，並按時報送進展。')).toEqual([]);
  });
});

describe('repair of a damaged copy (B09)', () => {
  it('leaves a whole text as it is', () => {
    const text = '根据《条例》，A级景区、B超检查！2022年公开。鄠（hù）邑区';
    expect(repairText(text)).toEqual({ text, repairs: [] });
  });
  it('lists each kind of repair with every change, places in the text as given', () => {
    const given = '政務(wù)公開(kāi)工作檢查(chá)，F將有關情況通報如下';
    const { text, repairs } = repairText(given);
    expect(text).toBe('政务公开工作检查。现将有关情况通报如下');
    expect(repairs.map(({ kind }) => kind)).toEqual(['readings-removed', 'bytes-restored', 'simplified']);
    for (const { start, end, before } of repairs[0]?.changes ?? []) expect(given.slice(start, end)).toBe(before);
    expect(repairs[1]?.changes).toMatchObject([{ before: '，F', after: '。現' }]);
  });
  it('marks what the bytes do not say alone', () => {
    const given = '現將有關情況通報如下，請貫徹執行。他看著書，著力推進，著作等身。';
    const doubtful = repairText(given).repairs.flatMap(({ changes }) => changes.filter((one) => one.doubtful));
    expect(doubtful.map(({ before }) => before)).toEqual(['著']);
  });
});

const SEED = new URL('../../../../shared/seeds/notices/xiangtan-2022-q3.md', import.meta.url);
if (!existsSync(SEED)) console.warn('skipped: the damaged seed needs ../shared/seeds');

describe.skipIf(!existsSync(SEED))('seed 002, damaged again as its footnotes say', () => {
  /** The transcription without its own apparatus: footnotes, quoted remarks. */
  const clean = (): string =>
    readFileSync(SEED, 'utf8')
      .replaceAll(/\[\^\w+\](?!:)/g, '')
      .split('\n')
      .filter((line) => !line.startsWith('>') && !line.startsWith('[^'))
      .join('\n');
  /** Drops the first byte of the mark at the place and reads the bytes behind it out of step, up to the end of the line. */
  const loseByte = (text: string, at: number, unseen: RegExp): string => {
    const end = text.indexOf('\n', at);
    const bytes = encodeGbk(text.slice(at, end)) as number[];
    return text.slice(0, at) + decodeGbk(bytes.slice(1)).replaceAll(unseen, '') + text.slice(end);
  };

  it.each([
    ['letters no font shows kept', /\ufffd/g],
    ['letters no font shows dropped', /[\ufffd\ue000-\uf8ff]/g],
  ])('three repairs are listed and the text is the transcription again (%s)', (_, unseen) => {
    const right = clean();
    const toTraditional = Converter({ from: 'cn', to: 't' });
    let damaged = toTraditional(right);
    for (const place of ['。現將', '。“2', '。“食安']) damaged = loseByte(damaged, damaged.indexOf(place), unseen);
    damaged = damaged.replaceAll('務', '務(wù)').replaceAll('開', '開(kāi)').replaceAll('的', '的(de)');
    const { text, repairs } = repairText(damaged);
    expect(text).toBe(right);
    expect(repairs.map(({ kind, changes }) => [kind, changes.length > 2])).toEqual([
      ['readings-removed', true],
      ['bytes-restored', true],
      ['simplified', true],
    ]);
    expect(
      readIntegrity(damaged)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['pinyin-gloss', 'traditional-mix']);
    expect(readIntegrity(right)).toEqual([]);
  });
});
