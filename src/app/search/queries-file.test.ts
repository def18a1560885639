import { describe, expect, it } from 'vitest';
import { readQueriesFile } from './queries-file.ts';

const read = (text: string) => readQueriesFile(new TextEncoder().encode(text), '检索词.csv');
const faults = (text: string): string[] => {
  try {
    read(text);
  } catch (error) {
    return (error as { faults: { row?: number; field?: string; message: string }[] }).faults.map(
      ({ row, field, message }) => `${row ?? ''} ${field ?? ''} ${message}`,
    );
  }
  return [];
};

describe('a table of test queries', () => {
  it('gives every query with what it must find', () => {
    expect(read('县政府检索测试\n序号,检索词,预期标题,预期网址\n1,低保,低保实施细则,\n2,养老,,https://x.gov.cn/a.html\n,,,\n')).toEqual([
      { query: '低保', expectedTitle: '低保实施细则', expectedUrl: null },
      { query: '养老', expectedTitle: null, expectedUrl: 'https://x.gov.cn/a.html' },
    ]);
  });

  it.each([
    ['检索词,预期标题\n,低保', '2 检索词 必填'],
    ['检索词,预期标题,预期网址\n低保,,', '2 预期标题 必填'],
    ['检索词,预期标题\n低保,a\n低保,b', '3 检索词 写了两次'],
    ['检索词,预期网址\n低保,x.gov.cn', '2 预期网址 应以 http'],
    [`检索词,预期标题\n${'长'.repeat(61)},a`, '2 检索词 有 61 个字'],
    ['检索词\n低保', '1  没有找到表头'],
    ['检索词,预期标题\n', '没有写任何检索词'],
    [`检索词,预期标题\n${Array.from({ length: 201 }, (_, i) => `词${i},标题`).join('\n')}`, '有 201 条'],
  ])('names what is wrong: %#', (text, message) => expect(faults(text).join('\n')).toContain(message));

  it('takes a word of 60 letters and a list of 200', () => {
    expect(read(`检索词,预期标题\n${'长'.repeat(60)},a`)).toHaveLength(1);
    expect(read(`检索词,预期标题\n${Array.from({ length: 200 }, (_, i) => `词${i},标题`).join('\n')}`)).toHaveLength(200);
  });
});
