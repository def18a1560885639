import { describe, expect, it } from 'vitest';
import { readDateCell } from './date-cell.ts';
import { findDates } from './find-dates.ts';
import { dateInUrl } from './url-date.ts';

describe('a text that is a date', () => {
  it.each([
    ['2022-12-27', '2022-12-27'],
    ['2022/1/4', '2022-01-04'],
    ['2022.12.27', '2022-12-27'],
    ['2022年12月27日', '2022-12-27'],
    ['[2022-12-27]', '2022-12-27'],
    ['（2022-12-27 09:12）', '2022-12-27'],
    ['2022-12-27 星期二', '2022-12-27'],
    ['发布时间：2022-12-27 09:12:33', '2022-12-27'],
    ['2022-12-2709:12', '2022-12-27'],
    ['2022/1/4 0:00:00', '2022-01-04'],
    ['２０２２年１２月２７日', '2022-12-27'],
    ['20221227', '2022-12-27'],
    ['22-12-27', '2022-12-27'],
    ['22.12.27', '2022-12-27'],
    ['111-12-27', '2022-12-27'],
    ['民國111年12月27日', '2022-12-27'],
    ['Dec 27, 2022', '2022-12-27'],
    ['27 December 2022', '2022-12-27'],
    ['12/27/2022', '2022-12-27'],
    ['2024-02-29', '2024-02-29'],
    ['今天', '2022-12-30'],
    ['昨天 10:20', '2022-12-29'],
    ['前天', '2022-12-28'],
    ['5分钟前', '2022-12-30'],
    ['3天前', '2022-12-27'],
  ])('%s', (text, date) => {
    expect(readDateCell(text, '2022-12-30')).toMatchObject({ form: 'date', date });
  });
  it.each([
    '2023-02-29',
    '2022-13-01',
    '2022-04-31',
    '22-13-01',
    '13-01',
    '02-30',
    '04/05/2022',
    '2022',
    '正文',
    '',
    '12',
    '第12期',
    '1.5',
    '共5条',
    '2022-12-27至2022-12-30',
  ])('not %s', (text) => {
    const cell = readDateCell(text, '2022-12-30');
    expect(cell?.form === 'date' || cell?.form === 'month-day').toBe(false);
  });
  it.each(['今天', '昨天', '3小时前'])('%s says nothing without the day of the look', (text) => {
    expect(readDateCell(text, null)).toBeNull();
  });
  it.each([
    ['12-27', 12, 27],
    ['[01/04]', 1, 4],
    ['1月4日', 1, 4],
    ['04月10日 22:26', 4, 10],
    ['12.27', 12, 27],
  ])('%s has no year', (text, month, day) => {
    expect(readDateCell(text, null)).toMatchObject({ form: 'month-day', month, day });
  });
});

describe('dates in running text', () => {
  it('finds all in order with their times', () => {
    expect(findDates('发布时间：2022-12-27 09:12 有效期至2025年12月31日。').map((d) => [d.date, d.time])).toEqual([
      ['2022-12-27', '09:12'],
      ['2025-12-31', null],
    ]);
  });
  it.each(['192.168.2022.12.27', '12022-12-27', '2022-12-27.5.1', '2022-12.27', '版本2022.1', '电话0558-2022-1227'])(
    'none in %s',
    (text) => {
      expect(findDates(text)).toEqual([]);
    },
  );
  it('reads the afternoon', () => {
    expect(findDates('2022年12月27日 下午3时05分')[0]?.time).toBe('15:05');
  });
});

describe('the day in an address', () => {
  it.each([
    ['./202212/t20221227_118.html', '2022-12-27'],
    ['/art/2022/12/27/art_41_1.html', '2022-12-27'],
    ['http://x.gov.cn/2022-12/27/content_1.htm', '2022-12-27'],
    ['ywdt/2022-12-27/10366.html', '2022-12-27'],
    ['/n1/2020/0421/c1008-1.html', '2020-04-21'],
    ['/staticpages/20190523/a.html', '2019-05-23'],
    ['/Upload/202004/20200429175329_3226.pdf', '2020-04-29'],
    ['/a.html?d=2022-12-27', null],
    ['/20221327/a.html', null],
    ['/info/1015/3471.htm', null],
    ['/post_20221.html', null],
  ])('%s', (href, date) => {
    expect(dateInUrl(href)).toBe(date);
  });
});
