import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { MingchaError } from '../../core/error.ts';
import { readColumnsFile } from './columns-file.ts';

const read = (text: string, name = '栏目.csv') => readColumnsFile(Buffer.from(text), name);
const URL_ = 'https://www.example.gov.cn/tzgg/';
const NOTICES = { path: ['通知公告'], url: URL_, class: null, limit: 'P6M', minimumPerYear: null };

function faultsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    return (error as MingchaError).faults.map(({ row, field, message }) => `${row ?? ''}|${field ?? ''}|${message}`);
  }
  return [];
}

describe('a table of columns', () => {
  it('needs no owner', () => expect(read(`栏目路径,栏目地址,更新时限\n通知公告,${URL_},半年\n`)).toEqual([NOTICES]));
  it('as offices save it: GBK, other titles, rows left blank', () => {
    const bytes = iconv.encode(`序号,栏目,网址,时限\n1,通知公告,${URL_},半年\n,,,\n`, 'gbk');
    expect(readColumnsFile(bytes, '栏目.csv')).toEqual([NOTICES]);
  });
  it('with class, minimum and no limit', () =>
    expect(read(`栏目路径,栏目地址,栏目类别,更新时限,每年最少条数\n政策—解读,${URL_},政策解读,不限,12\n`)).toEqual([
      { path: ['政策', '解读'], url: URL_, class: 'interpretation', limit: null, minimumPerYear: 12 },
    ]));
  it.each([
    ['名称,备注\n通知公告,无\n', '1||没有找到表头'],
    [`栏目路径,栏目地址\n通知公告,\n`, '2|栏目地址|必填'],
    [`栏目路径,栏目地址\n通知公告,没有\n`, '2|栏目地址|不是网址'],
    [`栏目路径,栏目地址,更新时限\n通知公告,${URL_},很久\n`, '2|更新时限|不是更新时限'],
    [`栏目路径,栏目地址\n通知公告,${URL_}\n通知公告,${URL_}\n`, '||这个栏目写了两次'],
    ['栏目路径,栏目地址\n', '||没有写任何栏目'],
  ])('%j is refused with its place', (text, expected) => expect(faultsOf(() => read(text)).join()).toContain(expected));
});

describe('a JSON list', () => {
  const json = (rows: unknown) => read(JSON.stringify(rows), '栏目.json');
  it('with limits in words or as durations', () => {
    expect(json([{ path: '通知公告', url: URL_, limit: '半年' }])).toEqual([NOTICES]);
    expect(json([{ path: ['通知公告'], url: URL_, limit: 'P6M' }])).toEqual([NOTICES]);
  });
  it.each([
    [[{ path: '甲' }], '1|url|应为'],
    [[{ path: '甲', url: 'ftp://x/' }], '1|url|不是网址'],
    [[{ path: '甲', url: URL_, limit: '很久' }], '1|limit|不是更新时限'],
    [[{ path: '甲', url: URL_, 时限: '半年' }], '1|path|应为'],
  ])('%j is refused with its place', (rows, expected) => expect(faultsOf(() => json(rows)).join()).toContain(expected));
  it('must be a list', () => expect(() => read('{"a":1}', '栏目.json')).toThrow('不是 JSON 列表'));
});
