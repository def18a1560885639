import { describe, expect, it } from 'vitest';
import { addressKey, isHome, leadsToText } from './column-address.ts';
import { columnNameOf, isUnitName } from './column-name.ts';

describe('addresses', () => {
  it.each([
    'https://a.gov.cn/zwgk/202212/t20221227_1234.html',
    'https://a.gov.cn/art/2022/12/27/art_1234_567.html',
    'https://a.gov.cn/info/1034/5566.htm',
    'https://a.gov.cn/2022-12/27/content_123456.htm',
    'https://a.gov.cn/public/content/4697428',
    'https://a.gov.cn/show.asp?id=12',
    'https://a.gov.cn/newsDetail.jsp?newsId=3',
    'https://a.gov.cn/f/0123456789abcdef0123456789abcdef.html',
    'https://a.gov.cn/upload/report.PDF',
  ])('%s is a text or a file', (url) => expect(leadsToText(url)).toBe(true));

  it.each([
    'https://a.gov.cn/zwgk/tzgg/index.html',
    'https://a.gov.cn/col/col12345/index.html',
    'https://a.gov.cn/public/column/4697428?type=4&action=list',
    'https://a.gov.cn/content/column/6785521?pageIndex=1',
    'https://a.gov.cn/xxgk/list.asp?classid=17',
    'https://a.gov.cn/xwzx/bmdt.htm',
    'https://a.gov.cn/channels/1_34.html',
  ])('%s may be a column', (url) => expect(leadsToText(url)).toBe(false));

  it('one page has one key', () => {
    const keys = [
      'http://www.a.gov.cn/tzgg/',
      'https://a.gov.cn/tzgg',
      'https://a.gov.cn/tzgg/index.html',
      'https://a.gov.cn/tzgg/index.shtml',
    ].map(addressKey);
    expect(new Set(keys).size).toBe(1);
    expect(addressKey('https://a.gov.cn/list.asp?id=1')).not.toBe(addressKey('https://a.gov.cn/list.asp?id=2'));
  });

  it.each([
    ['https://www.a.gov.cn/', true],
    ['http://a.gov.cn/index.html', true],
    ['http://a.gov.cn/zjj/index.html', true],
    ['http://a.gov.cn/?id=3', false],
    ['http://b.gov.cn/', false],
  ])('%s is the front of a site in a folder: %s', (url, expected) => expect(isHome(url, 'https://a.gov.cn/zjj/')).toBe(expected));
});

describe('names', () => {
  it.each([
    ['  ·通 知 公 告>> ', '通知公告'],
    ['“双随机、一公开”', '双随机、一公开'],
    ['政策文件（12）', '政策文件'],
    ['机构设置(职能)', '机构设置（职能）'],
    ['行政规范性文件及备案审查结果公开', '行政规范性文件及备案审查结果公开'],
  ])('%s → %s', (text, name) => expect(columnNameOf(text)).toBe(name));

  it.each([
    '首 页',
    '更多>>',
    '网站地图',
    '我为政府网站找错',
    '2022年12月27日',
    '2021年度政府信息公开工作年度报告',
    '下一页',
    '第3页',
    'English',
    '关于印发《大河县防汛应急预案》的通知',
    '县委书记到大河镇调研乡村振兴工作，强调要抓好落实',
    '县',
  ])('%s is no name of a column', (text) => expect(columnNameOf(text)).toBe(''));

  it.each([
    ['县住建局', true],
    ['大河镇', true],
    ['应急管理', false],
    ['机构领导', false],
  ])('%s is a unit: %s', (name, expected) => expect(isUnitName(name)).toBe(expected));
});
