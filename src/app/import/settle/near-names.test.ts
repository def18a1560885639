import { describe, expect, it } from 'vitest';
import { abbreviates, editDistance, nearest } from './near-names.ts';
import { UnitIndex } from './unit-index.ts';

const NAMES = [
  '县应急局',
  '县住建局',
  '县发改委',
  '县文旅局',
  '县教体局',
  '县城管执法局',
  '县公安局',
  '大河镇',
  '大湖镇',
  '县数据资源管理局',
];

describe('near names', () => {
  it.each([
    ['县应急管理局', '县应急局'],
    ['应急局', '县应急局'],
    ['郎溪县应急管理局', '县应急局'],
    ['县住房和城乡建设局', '县住建局'],
    ['县发展和改革委员会', '县发改委'],
    ['县文化和旅游局', '县文旅局'],
    ['县教育体育局', '县教体局'],
    ['县城管局', '县城管执法局'],
    ['县数据资源局', '县数据资源管理局'],
    ['大何镇', '大河镇'],
  ])('%s: %s comes first', (written, meant) => expect(nearest(written, NAMES)[0]).toBe(meant));
  it.each(['县水利局', '小山乡', '看郎溪', ''])('%j has none', (written) => expect(nearest(written, NAMES)).toEqual([]));
  it('counts edits and knows abbreviations', () => {
    expect([editDistance('大河镇', '大湖镇'), editDistance('', '大河'), editDistance('大河', '大河镇')]).toEqual([1, 2, 1]);
    expect([abbreviates('发改委', '发展和改革委员会'), abbreviates('委改发', '发展和改革委员会'), abbreviates('局', '应急局')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('units by name', () => {
  const unit = (id: string, name: string, aliases: string[] = [], namePlates: string[] = []) => ({ id, name, aliases, namePlates });
  const index = new UnitIndex(
    ['安徽省', '郎溪县'],
    [
      unit('u1', '县应急局', ['县应急管理局']),
      unit('u2', '县住建局', [], ['县人防办']),
      unit('u3', '凌笪镇'),
      unit('u4', '钟桥街道'),
      unit('u5', '县政府办'),
      unit('u6', '县自然资源局', ['县国土局']),
      unit('u7', '县林业局', ['县国土局']),
    ],
  );
  it.each([
    ['县应急局', ['u1']],
    ['县应急管理局', ['u1']],
    ['郎溪县应急管理局', ['u1']],
    ['安徽省郎溪县应急局', ['u1']],
    ['县住建局(县人防办)', ['u2']],
    ['县 人防办', ['u2']],
    ['县住建局（某办）', ['u2']],
    ['凌笪镇人民政府', ['u3']],
    ['郎溪县凌笪镇人民政府', ['u3']],
    ['凌笪镇政府', ['u3']],
    ['钟桥街道办事处', ['u4']],
    ['郎溪县人民政府办公室', ['u5']],
    ['县国土局', ['u6', 'u7']],
    ['应急局', []],
    ['县应急', []],
    ['郎溪县', []],
    ['', []],
  ])('%s is %j', (name, ids) => expect(index.find(name)).toEqual(ids));
});
