import { describe, expect, it } from 'vitest';
import { isGlossed, normalise } from './normalise.ts';

describe('normalise', () => {
  it.each([
    ['full-width digits and letters', '２０２４年Ａ级', '2024年A级'],
    ['Chinese punctuation stays', '一，二（三）', '一，二（三）'],
    ['zero-width marks', '政\u200b府\ufeff公开', '政府公开'],
    ['a line end within a sentence', '推进依法\n行政，建设', '推进依法行政，建设'],
    ['one blank within a sentence', '推进 依法行政，建设', '推进依法行政，建设'],
    ['a spaced-out heading', '通　知', '通知'],
    ['names in a list', '张三 李四', '张三 李四'],
    ['a paragraph of its own', '推进依法\n\n行政，建设', '推进依法\n\n行政，建设'],
    ['blanks beside Latin', '第 12 条，执行', '第 12 条，执行'],
    ['a marked reading', '政務(wù)公开', '政務公开'],
    ['a reading in full-width brackets', '政務（wù）公开', '政務公开'],
    ['an abbreviation is no reading', '目录(xml)公开', '目录(xml)公开'],
    ['radicals of PDF text', '⻓期⼯作', '长期工作'],
    ['a letter with no single counterpart', '面积㎡', '面积㎡'],
  ])('%s', (_, given, clean) => {
    expect(normalise(given).text).toBe(clean);
  });

  it('leads back to the text as given, unit for unit', () => {
    const given = '政\u200b府 務(wù)公２，';
    const { text, startOf, endOf } = normalise(given);
    expect(text).toBe('政府務公2，');
    const at = text.indexOf('務公');
    expect(given.slice(startOf(at), endOf(at + 2))).toBe('務(wù)公');
    expect([startOf(text.length), endOf(text.length), endOf(0)]).toEqual([given.length, given.length, 0]);
  });

  it('takes readings without a tone for readings only on a glossed page', () => {
    const given = '務(wù)的(de)';
    expect(normalise(given).text).toBe('務的(de)');
    expect(normalise(given, { plainReadings: true }).text).toBe('務的');
    expect([isGlossed('務(wù)機(jī)'), isGlossed('務(wù)機(jī)關(guān)')]).toEqual([false, true]);
  });
});
