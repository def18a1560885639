import { describe, expect, it } from 'vitest';
import {
  CHARACTERS_PER_LINE,
  LETTER_SPACING_PT,
  LINE_PT,
  LINES_PER_PAGE,
  markSize,
  mmToPt,
  mmTwips,
  PAGE,
  SIZE,
  TYPE_AREA,
} from './geometry.ts';
import { ccLines } from './record.ts';
import { signatureLayout } from './signature.ts';
import { measure, titleLines } from './title-lines.ts';

describe('grid of 22 by 28', () => {
  it('fills the type area and no more', () => {
    const height = mmToPt(TYPE_AREA.height);
    expect([Math.floor(height / LINE_PT), Math.floor(height / 29)]).toEqual([LINES_PER_PAGE, 21]);
    const width = mmToPt(TYPE_AREA.width);
    expect([Math.floor(width / (SIZE.three + LETTER_SPACING_PT)), Math.floor(width / SIZE.three)]).toEqual([CHARACTERS_PER_LINE, 27]);
  });

  it('has the margins in twips', () => {
    expect([PAGE.top, PAGE.left, PAGE.bottom, PAGE.right, TYPE_AREA.width].map(mmTwips)).toEqual([2098, 1587, 1984, 1474, 8844]);
  });

  it.each([
    ['某县人民政府文件', 52],
    ['苍溪县人民政府办公室文件', 36],
    ['某某土家族苗族自治州政务公开政务服务领导小组办公室文件', 22],
  ])('sets the mark %s in %i points', (mark, size) => {
    expect(markSize(mark)).toBe(size);
  });
});

describe('title lines', () => {
  it.each([
    ['政务公开监测情况的通报', ['政务公开监测情况的通报']],
    ['苍溪县人民政府办公室关于2020年一季度全县政务公开和政务新媒体监测情况的通报', 2],
    ['石泉县人民政府办公室关于2023年第一季度政务公开（县政府门户网站和政务新媒体）工作情况的通报', 3],
    ['关于2022年第三季度全市政务公开、政府网站和政务新媒体检查情况的通报', 2],
  ])('%s', (title, expected) => {
    const lines = titleLines(title);
    expect(lines.join('')).toBe(title);
    expect(Array.isArray(expected) ? lines : lines.length).toEqual(expected);
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(19);
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的和与及、，。）》”年月日]/);
    for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“和与及\d]$/);
  });

  it('cuts no term of the field in two', () => {
    const title = '石泉县人民政府办公室关于2023年第一季度政务公开（县政府门户网站和政务新媒体）工作情况的通报';
    for (const term of ['门户网站', '政务新媒体', '政务公开']) expect(titleLines(title).some((line) => line.includes(term))).toBe(true);
  });

  it('keeps a title without a place to break as it is', () => {
    expect(titleLines('')).toEqual(['']);
  });
});

describe('signature', () => {
  it('puts the date two characters right of a longer issuer’s first, issuer two from the right', () => {
    expect(signatureLayout('清河县人民政府办公室', '2023年1月4日', false)).toEqual({ issuerLeft: 16, dateLeft: 18, emptyLines: 1 });
  });
  it('puts a date longer than the issuer two from the right and moves the issuer', () => {
    const layout = signatureLayout('县政府办', '2022年12月28日', false);
    expect([layout.dateLeft + measure('2022年12月28日'), layout.dateLeft - layout.issuerLeft]).toEqual([26, 2]);
  });
  it('with a seal puts the date four from the right and centres the issuer on it, two lines free', () => {
    const date = '2022年12月28日';
    const layout = signatureLayout('清河县人民政府', date, true);
    expect(layout.dateLeft + measure(date)).toBe(24);
    expect(layout.issuerLeft + 7 / 2).toBe(layout.dateLeft + measure(date) / 2);
    expect(layout.emptyLines).toBe(2);
  });
  it('never runs over the edge of the type area', () => {
    const long = '某某土家族苗族自治州政务公开政务服务领导小组办公室';
    for (const sealed of [true, false]) {
      const layout = signatureLayout(long, '2022年12月28日', sealed);
      expect(layout.issuerLeft).toBeGreaterThanOrEqual(0);
      expect(layout.issuerLeft + measure(long)).toBeLessThanOrEqual(28);
    }
  });
});

it('reserves as many lines for the 抄送 as it takes', () => {
  expect([ccLines([]), ccLines(['县档案馆']), ccLines(Array.from({ length: 10 }, () => '县人大常委会办公室'))]).toEqual([0, 1, 4]);
});
