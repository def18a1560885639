import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../core/heading-number.ts';
import type { Level, Paragraph } from './model.ts';
import { attachmentLines, attachmentMark, noteText, numbered } from './outline.ts';

const at = (level: Level): Paragraph => ({ id: '', part: 'problems', level, heading: null, runs: [] });
const labels = (levels: Level[]): string[] => numbered(levels.map(at)).map((p) => p.label);

describe('outline', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [23, '二十三'],
  ])('writes %i as %s', (n, expected) => {
    expect(chineseNumber(n)).toBe(expected);
  });

  it('numbers each level anew under the next higher heading', () => {
    expect(labels([1, 0, 2, 3, 4, 4, 3, 2, 3, 1, 2])).toEqual([
      '一、',
      '',
      '（一）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '（二）',
      '1.',
      '二、',
      '（一）',
    ]);
  });

  it('renumbers the rest when a heading is taken out', () => {
    expect(labels([1, 2, 2, 2])).toEqual(['一、', '（一）', '（二）', '（三）']);
    expect(labels([1, 2, 2])).toEqual(['一、', '（一）', '（二）']);
  });

  it('numbers attachments only when there are several', () => {
    expect([attachmentLines(['甲']), attachmentLines(['甲', '乙'])]).toEqual([['甲'], ['1.甲', '2.乙']]);
    expect([attachmentMark(0, 1), attachmentMark(1, 2)]).toEqual(['附件', '附件2']);
  });

  it('numbers the items of a note only when there are several', () => {
    expect(noteText({ label: '说明', items: [[{ text: '甲' }]] }, new Map())).toBe('说明：甲。');
    expect(noteText({ label: '备注', items: [[{ text: '甲' }], [{ text: '乙' }]] }, new Map())).toBe('备注：1.甲；2.乙。');
  });
});
