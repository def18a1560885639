import { describe, expect, it } from 'vitest';
import { againstTable, totalOf, totalsByGroup } from './totals.ts';
import { volume } from './volume.fixture.ts';

const rows = [volume('甲镇', { approved: 2 }), volume('县公安局', { approved: 5, group: '县级部门' }), volume('乙镇', { approved: null })];

describe('totals', () => {
  it('name their population and who is missing', () => {
    const { groups, all } = totalsByGroup(rows, 'approved');
    expect(groups).toEqual([
      { group: '乡镇', measure: 'approved', population: '2个乡镇（1个未报数）', units: 2, value: 2, missing: ['乙镇'] },
      { group: '县级部门', measure: 'approved', population: '1个县级部门', units: 1, value: 5, missing: [] },
    ]);
    expect(all).toMatchObject({ population: '2个乡镇、1个县级部门（1个未报数）', units: 3, value: 7 });
  });

  it('are missing, not zero, where nobody reported', () => {
    expect(totalOf(rows, 'errors').value).toBeNull();
    expect(totalOf([], 'approved')).toMatchObject({ value: null, units: 0 });
    expect(totalOf([volume('甲镇', { approved: 0 })], 'approved').value).toBe(0);
  });

  it('stand against the portal with the rest as its own line', () => {
    expect(againstTable(9, totalOf(rows, 'approved'))).toEqual({
      portalTotal: 9,
      inTable: 7,
      outside: 2,
      text: '表内7条（2个乡镇、1个县级部门（1个未报数）），表外2条',
    });
    expect(againstTable(7, totalOf(rows, 'approved')).outside).toBe(0);
    expect(() => againstTable(6, totalOf(rows, 'approved'))).toThrow(/总数6条小于表内合计7条/);
    expect(() => againstTable(Number.NaN, totalOf(rows, 'approved'))).toThrow(/不是条数/);
    expect(() => againstTable(6, totalOf(rows, 'errors'))).toThrow(/没有任何单位报数/);
  });
});
