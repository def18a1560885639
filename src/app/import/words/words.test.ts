import { describe, expect, it } from 'vitest';
import { columnPath } from './column-path.ts';
import { fold, nameKey, splitNames, tidyName } from './fold.ts';
import { limitOf } from './limit-words.ts';
import { officeDate, serialDate } from './office-date.ts';
import { periodInTitle, periodOf } from './period-words.ts';

describe('dates as offices type them', () => {
  it.each([
    [' 2026.4.5 ', '2026-04-05'],
    ['2026年4月5日', '2026-04-05'],
    ['2026 年 4 月 5 日', '2026-04-05'],
    ['2026/4/5', '2026-04-05'],
    ['2026-04-05', '2026-04-05'],
    ['２０２６－０４－０５', '2026-04-05'],
    ['2026.04.05.', '2026-04-05'],
    ['20260405', '2026-04-05'],
    ['2026-04-05 15:40', '2026-04-05'],
    ['2026-04-05T15:40:09.120Z', '2026-04-05'],
    ['2026年4月5日 9时30分', '2026-04-05'],
    ['2026年4月5日（星期日）', '2026-04-05'],
    ['二〇二二年十二月二十七日', '2022-12-27'],
    ['2024年2月29日', '2024-02-29'],
  ])('%j is %s', (text, date) => expect(officeDate(text)).toBe(date));
  it.each(['2023年2月29日', '2026年4月', '26.4.5', '4/5/2026', '2026-04/05', '去年', '', '1066-10-14', '2026.13.1', '4月5日'])(
    '%j is no date',
    (text) => expect(officeDate(text)).toBeNull(),
  );
  it('serial numbers count from either epoch', () => {
    expect(serialDate(44_922, 1900)).toBe('2022-12-27');
    expect(serialDate(44_922.65, 1900)).toBe('2022-12-27');
    expect(serialDate(44_922 - 1462, 1904)).toBe('2022-12-27');
    expect(serialDate(0.5, 1900)).toBeNull();
    expect(serialDate(Number.NaN, 1900)).toBeNull();
  });
});

describe('limits in the words of the field', () => {
  it.each([
    ['半年', 'P6M'],
    ['半年以内', 'P6M'],
    ['每半年更新一次', 'P6M'],
    ['6个月', 'P6M'],
    ['六个月内', 'P6M'],
    ['一年', 'P1Y'],
    ['1年', 'P1Y'],
    ['超过1年', 'P1Y'],
    ['两周', 'P14D'],
    ['2周', 'P14D'],
    ['两个星期', 'P14D'],
    ['14天', 'P14D'],
    ['十四天', 'P14D'],
    ['９０天', 'P90D'],
    ['每季度', 'P3M'],
    ['一个季度', 'P3M'],
    ['每月', 'P1M'],
    ['每周至少更新1次', 'P7D'],
    ['P6M', 'P6M'],
    ['不限', null],
    ['—', null],
  ])('%s is %s', (text, limit) => expect(limitOf(text)).toBe(limit));
  it.each(['及时', '5个工作日', '适时更新', '0天', '半个月', '', '6'])('%j is not a limit', (text) =>
    expect(limitOf(text)).toBeUndefined(),
  );
});

describe('column paths', () => {
  it.each([
    ['本级政策解读—负责人解读', ['本级政策解读', '负责人解读']],
    ['本级政策解读——负责人解读', ['本级政策解读', '负责人解读']],
    ['专题专栏 > 基层政务公开 > 大阿居委会', ['专题专栏', '基层政务公开', '大阿居委会']],
    ['首页 > 政策 / 文件', ['政策', '文件']],
    ['政策－解读', ['政策', '解读']],
    ['政策-解读', ['政策', '解读']],
    ['2021-2022年要点', ['2021-2022年要点']],
    ['“双随机、一公开”', ['双随机、一公开']],
    ['工作动态', ['工作动态']],
  ])('%s', (text, path) => expect(columnPath(text)).toEqual(path));
  it.each(['', ' > 解读', '政策 > > 解读', '政策—'])('%j has an empty part or none', (text) => expect(columnPath(text)).toBeNull());
});

describe('periods', () => {
  it.each([
    ['2020年一季度', '2020-Q1'],
    ['2020年第1季度', '2020-Q1'],
    ['2020-Q1', '2020-Q1'],
    ['2020Q1', '2020-Q1'],
    ['2022年12月', '2022-12'],
    ['2022年十二月份', '2022-12'],
    ['2022-12', '2022-12'],
    ['202212', '2022-12'],
    ['2022-13', null],
    ['4月', null],
    ['2022年', null],
  ])('%s is %s', (text, id) => expect(periodOf(text)).toBe(id));
  it('is found in a title, but a year alone is not enough', () => {
    expect(periodInTitle('2020年一季度全县政务公开监测情况统计表')).toBe('2020-Q1');
    expect(periodInTitle('信丰县2024年4月信息发布统计表')).toBe('2024-04');
    expect(periodInTitle('2024年信息发布统计表')).toBeNull();
  });
});

describe('names', () => {
  it('meet under one key whatever the width, blanks and brackets', () => {
    expect(nameKey('县 住 建 局 (县人防办)')).toBe(nameKey('县住建局（县人防办）'));
    expect(nameKey('ＡＰＰ')).toBe(nameKey('app'));
  });
  it('are kept as documents print them', () => {
    expect(tidyName(' 县 住建局( 县人防办 )\u200b')).toBe('县住建局（县人防办）');
    expect(tidyName('Chrome  浏览器')).toBe('Chrome 浏览器');
    expect(fold('\ufeff１２３\u3000ａ')).toBe('123 a');
    expect(splitNames('县国资委、县金融监管局；\n县某局')).toEqual(['县国资委', '县金融监管局', '县某局']);
  });
});
