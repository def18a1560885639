import { describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { volume } from './volume.fixture.ts';
import { checkVolumes } from './volume.ts';

describe('a table of volumes', () => {
  it('passes with approved up to submitted, with gaps, and with zeros', () => {
    const rows = [
      volume('甲镇', { submitted: 3, approved: 3 }),
      volume('乙镇', { approved: 5 }),
      volume('丙镇', { submitted: 0, approved: 0 }),
    ];
    expect(checkVolumes(rows)).toBe(rows);
  });

  it.each([
    ['more approved than submitted (seeds D01)', { submitted: 3, approved: 4 }, '审发信息数', '4'],
    ['more in the period than in the year', { publishedTotal: 9, publishedInPeriod: 10 }, '本期发布条数', '10'],
    ['a negative count', { submitted: -1 }, '报送信息数', '-1'],
    ['half an item', { approved: 1.5 }, '审发信息数', '1.5'],
    ['no number', { errors: Number.NaN }, '错情', 'NaN'],
  ])('is refused with %s, naming the row', (_name, over, field, value) => {
    try {
      checkVolumes([volume('甲镇'), volume('石门乡', over)], 4);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MingchaError);
      expect((error as MingchaError).code).toBe('bad-input');
      expect((error as MingchaError).faults).toEqual([expect.objectContaining({ row: 5, field, value })]);
      expect((error as MingchaError).message).toContain('石门乡');
    }
  });

  it('names every wrong row at once, a unit that stands twice included', () => {
    const rows = [volume('甲镇', { submitted: 1, approved: 2 }), volume('乙镇'), volume('乙镇', { submitted: -2 })];
    try {
      checkVolumes(rows);
      expect.unreachable();
    } catch (error) {
      expect((error as MingchaError).faults.map(({ row }) => row)).toEqual([2, 4, 4]);
      expect((error as MingchaError).faults[2]?.message).toContain('第3行');
    }
  });
});
