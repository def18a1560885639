import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from './decode-html.ts';

const TEXT = '云溪县人民政府关于做好森林防火工作的通知，发布日期二〇二二年十二月';
const TRADITIONAL = '雲溪縣政府關於做好森林防火工作的通知，請各單位配合辦理，並於本月公開資訊';
const page = (charset: string | null, text = TEXT): string =>
  `<html><head>${charset === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`}<title>${text}</title></head><body>${text}</body></html>`;
const bytes = (html: string, encoding: string): Uint8Array => new Uint8Array(iconv.encode(html, encoding));

describe('charset of a page', () => {
  it.each([
    ['utf-8 as claimed', bytes(page('utf-8'), 'utf8'), null, 'utf-8', 'utf-8'],
    ['gb2312 as claimed', bytes(page('gb2312'), 'gb18030'), null, 'gbk', 'gb2312'],
    ['gbk by header', bytes(page(null), 'gb18030'), 'text/html;charset=GBK', 'gbk', 'gbk'],
    ['no claim, utf-8', bytes(page(null), 'utf8'), null, 'utf-8', null],
    ['no claim, gbk', bytes(page(null), 'gb18030'), null, 'gbk', null],
    ['utf-8 under a gb2312 meta', bytes(page('gb2312'), 'utf8'), null, 'utf-8', 'gb2312'],
    ['utf-8 under a gbk header', bytes(page('utf-8'), 'utf8'), 'text/html; charset=gbk', 'utf-8', 'gbk'],
    ['gbk under a utf-8 header', bytes(page('gbk'), 'gb18030'), 'text/html; charset=utf-8', 'gbk', 'utf-8'],
    ['gbk under iso-8859-1', bytes(page('iso-8859-1'), 'gb18030'), null, 'gbk', 'iso-8859-1'],
    ['gbk under a claim nobody knows', bytes(page('x-unknown'), 'gb18030'), null, 'gbk', 'x-unknown'],
    ['byte order mark over all claims', bytes(`\uFEFF${page('gbk')}`, 'utf8'), 'text/html; charset=gb2312', 'utf-8', 'gb2312'],
    ['utf-16 with mark', bytes(`\uFEFF${page(null)}`, 'utf16le'), null, 'utf-16le', null],
    ['utf-16 without mark', bytes(page(null), 'utf16le'), null, 'utf-16le', null],
    ['utf-16 claimed in plain letters', bytes(page('utf-16'), 'utf8'), null, 'utf-8', 'utf-16'],
    ['meta in the short form', bytes(`<meta charset=gbk>${TEXT}`, 'gb18030'), null, 'gbk', 'gbk'],
    ['xml declaration', bytes(`<?xml version="1.0" encoding="gb2312"?><p>${TEXT}</p>`, 'gb18030'), null, 'gbk', 'gb2312'],
  ] as const)('%s', (_name, input, contentType, charset, declared) => {
    const decoded = decodeHtml(input, contentType);
    expect(decoded).toMatchObject({ charset, declared });
    expect(decoded.text).toContain(TEXT);
  });

  it.each([
    ['big5 as claimed', 'big5', null],
    ['big5 under gbk', 'gbk', null],
    ['big5 without claim', null, null],
  ] as const)('%s', (...[, meta]) => {
    const decoded = decodeHtml(bytes(page(meta, TRADITIONAL), 'big5'));
    expect(decoded.charset).toBe('big5');
    expect(decoded.text).toContain(TRADITIONAL);
  });

  it('four-byte letters of gb18030', () => {
    expect(decodeHtml(bytes(page('gb2312', '㑇县𠮷镇政府公开'), 'gb18030')).text).toContain('㑇县𠮷镇政府公开');
  });
  it('the word 联通 in gbk, which is valid utf-8 by accident', () => {
    const decoded = decodeHtml(bytes('<meta charset="gbk"><p>联通</p>', 'gbk'));
    expect(decoded).toMatchObject({ charset: 'gbk', text: '<meta charset="gbk"><p>联通</p>' });
  });
  it('utf-8 cut in the middle of a letter', () => {
    const whole = bytes(page('utf-8'), 'utf8');
    const cut = whole.subarray(0, whole.indexOf(0xe4) + 1);
    for (let end = whole.length - 20; end > cut.length; end -= 7) expect(decodeHtml(whole.subarray(0, end)).charset).toBe('utf-8');
  });
  it('utf-8 with a few letters torn by the content system', () => {
    const text = bytes(page('utf-8', TEXT.repeat(4)), 'utf8');
    const torn = Uint8Array.from([...text.subarray(0, 130), 0xe4, 0xba, ...text.subarray(130)]);
    expect(decodeHtml(torn).charset).toBe('utf-8');
  });
  it('gives some text for any bytes', () => {
    expect(decodeHtml(new Uint8Array())).toEqual({ text: '', charset: 'utf-8', declared: null });
    for (let seed = 1; seed < 300; seed++) {
      const noise = Uint8Array.from({ length: seed }, (_, i) => (i * seed * 7919 + seed * 104_729) % 256);
      expect(typeof decodeHtml(noise, 'text/html; charset=gbk').text).toBe('string');
    }
  });
});
