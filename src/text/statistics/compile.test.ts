import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../finding.ts';
import { compileStatistics } from './compile.ts';
import { readModel } from './model.ts';
import { weighPage } from './weigh-page.ts';

const model = readModel(readFileSync(new URL('../data/lm.bin', import.meta.url)));
const read = compileStatistics(model);

/** What is likelier than not in a block that is a whole text. */
const likely = (block: string): Finding[] =>
  weighPage([{ text: block, start: 0, letters: block.length, findings: read(block) }]).filter(({ score }) => score >= 0.5);
/** What would be likelier than not among many slips. */
const possible = (block: string): Finding[] => read(block).filter(({ score }) => score >= 0.5);

const told = (findings: readonly Finding[]): string[] => findings.map(({ found, suggestion, kind }) => `${found}→${suggestion} ${kind}`);

const corrected = (block: string): string =>
  possible(block).reduceRight((text, { start, end, suggestion }) => text.slice(0, start) + suggestion + text.slice(end), block);

describe('statistics with the counts that ship', () => {
  it.each([
    ['a homophone', '县人民法院、县人民检查院、县公安局联合发布通告。', '县人民法院、县人民检察院、县公安局联合发布通告。'],
    ['a look-alike', '由县级以上地方人民攻府批准后组织实施。', '由县级以上地方人民政府批准后组织实施。'],
    ['a repeated character', '加强农村基础设施建建设。', '加强农村基础设施建设。'],
    ['a repeated word', '推动经济社会高质量发展发展。', '推动经济社会高质量发展。'],
    ['two swapped', '深入推进放管服改革，优营化商环境。', '深入推进放管服改革，优化营商环境。'],
    ['a missing character', '依法做好政府信息公工作。', '依法做好政府信息公开工作。'],
    ['a word that sounds like another', '严格执行郭嘉标准。', '严格执行国家标准。'],
    ['a wrong word whose characters go together well', '加快产业转型生计，推动高质量发展。', '加快产业转型升级，推动高质量发展。'],
    ['two slips in one block', '县人民检查院和县公安局依法追究形事责任。', '县人民检察院和县公安局依法追究刑事责任。'],
  ])('puts right %s', (_name, wrong, right) => {
    expect(corrected(wrong)).toBe(right);
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
    expect(told(likely(block))).toEqual([]);
  });

  it('tells the place, the layer and that a person must look', () => {
    const block = '县人民检查院发布通告。';
    const [finding] = read(block);
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
    expect(finding?.score).toBeGreaterThan(0.5);
    expect(finding?.score).toBeLessThan(1);
    expect(finding?.why).toContain('察');
  });

  it('shows a missing character between its neighbours, a repeated one with the one that stays', () => {
    expect(told(possible('依法做好政府信息公工作。'))).toEqual(['公工→公开工 missing-character']);
    expect(told(possible('加强农村基础设施建建设。'))).toEqual(['建建→建 extra-character']);
    expect(told(possible('推动经济社会高质量发展发展。'))).toEqual(['发展发展→发展 extra-character']);
  });

  it('is surer of a slip that stands beside another', () => {
    const [alone] = likely('县人民检查院依法履行职责。');
    const [beside] = likely('县人民检查院和县公安局依法追究形事责任。');
    expect(beside?.score).toBeGreaterThan(alone?.score ?? 0);
  });

  it('reads nonsense in a time that grows with its length', () => {
    const started = process.cpuUsage().user;
    read('建设'.repeat(10_000));
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
  });

  it('reads a very long block', () => {
    const block = '县人民检察院依法履行职责。'.repeat(400);
    expect(likely(block)).toEqual([]);
  });
});
