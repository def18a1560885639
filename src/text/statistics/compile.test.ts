import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileStatistics, LOOSE_THRESHOLD } from './compile.ts';
import { readModel } from './model.ts';

const model = readModel(readFileSync(new URL('../data/lm.bin', import.meta.url)));
const read = compileStatistics(model);
const readLoose = compileStatistics(model, { threshold: LOOSE_THRESHOLD });

const told = (block: string, reader = read): string[] =>
  reader(block).map(({ found, suggestion, kind }) => `${found}→${suggestion} ${kind}`);

function corrected(block: string, reader = read): string {
  return reader(block).reduceRight((text, { start, end, suggestion }) => text.slice(0, start) + suggestion + text.slice(end), block);
}

describe('statistics with the counts that ship', () => {
  it.each([
    ['a homophone', '县人民法院、县人民检查院、县公安局联合发布通告。', '县人民法院、县人民检察院、县公安局联合发布通告。'],
    ['a look-alike', '由县级以上地方人民攻府批准后组织实施。', '由县级以上地方人民政府批准后组织实施。'],
    ['a repeated character', '加强农村基础设施建建设。', '加强农村基础设施建设。'],
    ['a repeated word', '推动经济社会高质量发展发展。', '推动经济社会高质量发展。'],
    ['two swapped', '深入推进放管服改革，优营化商环境。', '深入推进放管服改革，优化营商环境。'],
    ['a missing character', '依法做好政府信息公工作。', '依法做好政府信息公开工作。'],
    ['two slips in one block', '县人民检查院和县公安局依法追究形事责任。', '县人民检察院和县公安局依法追究刑事责任。'],
  ])('puts right %s', (_name, wrong, right) => {
    expect(corrected(wrong, readLoose)).toBe(right);
  });

  it.each([
    '县人民法院、县人民检察院、县公安局联合发布通告。',
    '全面部署防汛抗旱工作。',
    '坚持科学立法、严格执法、公正司法、全民守法，人人参与、人人享有。',
    '刘丽娟同志任县水利局副局长，试用期一年。',
    '联系电话：0839-5222222，传真：0839-5223333，邮编：628400。',
    '甲方乙方丙方丁方',
    '',
    '。',
    'Windows 11 与 Office 2021 正版化检查',
  ])('leaves alone: %s', (block) => {
    expect(told(block)).toEqual([]);
  });

  it('tells the place, the layer and that a person must look', () => {
    const block = '县人民检查院发布通告。';
    const [finding] = readLoose(block);
    expect(finding).toMatchObject({
      start: 4,
      end: 5,
      found: '查',
      suggestion: '察',
      layer: 'L4',
      kind: 'wrong-character',
      severity: 3,
      files: false,
    });
    expect(finding?.score).toBeGreaterThan(LOOSE_THRESHOLD);
    expect(finding?.score).toBeLessThan(1);
    expect(finding?.why).toContain('察');
  });

  it('shows a missing character between its neighbours, a repeated one with the one that stays', () => {
    expect(told('依法做好政府信息公工作。', readLoose)).toEqual(['公工→公开工 missing-character']);
    expect(told('加强农村基础设施建建设。', readLoose)).toEqual(['建建→建 extra-character']);
    expect(told('推动经济社会高质量发展发展。', readLoose)).toEqual(['发展发展→发展 extra-character']);
  });

  it('tells less at a higher threshold', () => {
    const block = '由县级以上地方人民攻府批准后组织实施。';
    expect(read(block)).toHaveLength(1);
    expect(compileStatistics(model, { threshold: 1 })(block)).toEqual([]);
  });

  it('is surer of a slip that stands beside another', () => {
    const alone = readLoose('县人民检查院依法履行职责。')[0]?.score ?? 0;
    const beside = readLoose('县人民检查院和县公安局依法追究形事责任。')[0]?.score ?? 0;
    expect(beside).toBeGreaterThan(alone);
  });

  it('reads nonsense in a time that grows with its length', () => {
    const started = process.cpuUsage().user;
    readLoose('建设'.repeat(10_000));
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });

  it('reads a very long block', () => {
    const block = '县人民检察院依法履行职责。'.repeat(400);
    expect(read(block)).toEqual([]);
  });
});
