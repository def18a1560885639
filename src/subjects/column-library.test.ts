import { describe, expect, it } from 'vitest';
import { COLUMN_CLASSES } from './column.ts';
import { COLUMN_LIBRARY, classOfColumn, libraryColumns } from './column-library.ts';

const site = { id: 'site_1' };

describe('column library', () => {
  it('names each column once, each with its source', () => {
    expect(new Set(COLUMN_LIBRARY.map((column) => column.path.join('>'))).size).toBe(COLUMN_LIBRARY.length);
    for (const column of COLUMN_LIBRARY) expect(column.basis).not.toBe('');
    expect(COLUMN_LIBRARY.length).toBeGreaterThanOrEqual(20);
  });

  it('gives a department its column tree with limits', () => {
    const tree = libraryColumns(site, { id: 'u', name: '县应急局', kind: 'department' });
    const named = new Map(tree.map((column) => [column.path.join('—'), column]));
    expect(named.get('本级政策解读—负责人解读')).toMatchObject({ class: 'interpretation', limit: 'P6M', level: 2, unitId: 'u' });
    expect(named.get('本级政策解读')).toMatchObject({ limit: null, level: 1, parentId: null });
    expect(named.get('本级政策解读—负责人解读')?.parentId).toBe(named.get('本级政策解读')?.id);
    expect(named.get('安全生产曝光台')).toMatchObject({ limit: null });
    expect([...named.keys()]).not.toContain('爱国卫生运动');
    expect([...named.keys()]).not.toContain('政府领导—领导简介');
  });

  it('keeps a parent that is itself a column with its own limit, and puts it before its children', () => {
    const tree = libraryColumns(site, { id: 'u', name: '大河镇', kind: 'town' });
    const paths = tree.map((column) => column.path.join('—'));
    expect(paths.indexOf('政府领导')).toBeLessThan(paths.indexOf('政府领导—领导简介'));
    expect(tree.find((column) => column.path.join() === '政府领导')?.limit).toBe('P1Y');
    expect(new Set(tree.map((column) => column.id)).size).toBe(tree.length);
  });

  it.each([
    [['本级政策解读', '负责人解读'], 'interpretation'],
    [['财政专项资金', '制度文件'], 'finance'],
    [['财政资金', '某某情况'], 'finance'],
    [['政务动态'], 'news'],
    [['公示公告'], 'notices'],
    [['规范性文件'], 'policy'],
    [['县长信箱'], 'messages'],
    [['意见征集'], 'consultation'],
    [['机构设置'], 'other'],
  ] as const)('%j is of class %s', (path, expected) => {
    expect(COLUMN_CLASSES).toContain(expected);
    expect(classOfColumn(path)).toBe(expected);
  });
});
