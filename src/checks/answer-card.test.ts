import { beforeAll, describe, expect, it } from 'vitest';
import { MingchaError } from '../core/error.ts';
import { loadSheets } from '../sheets/load.ts';
import { sheetFor } from '../sheets/resolve.ts';
import { answerCard, type CardReply } from './answer-card.ts';
import { type Catalogue, loadCatalogue } from './catalogue.ts';
import type { CardDefinition } from './define-card.ts';

const sheets = loadSheets();
const sheet = sheetFor(sheets, 'national', '2022-12-27');
let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue(sheets);
});
const card = (id: string): CardDefinition => catalogue.cards.find((one) => one.id === id) as CardDefinition;
const place = { type: 'page' as const, id: 'page_1', label: '某页', url: 'http://x/a' };
const reply = (parts: Partial<CardReply> = {}): CardReply => ({
  clause: 'DD-1.1',
  channelId: 'site_1',
  subjectType: 'site',
  day: '2022-12-27',
  answer: 'wrong',
  details: [{ text: '人口数仍为上次普查数', place, evidence: ['fact_1'] }],
  ...parts,
});

describe('answerCard', () => {
  it('turns an answer that blames into findings with the proof', () => {
    const observation = answerCard(card('overview-information'), sheet, reply());
    expect(observation).toMatchObject({
      checkId: 'card:overview-information',
      clause: 'DD-1.1',
      verdict: 'fail',
      reason: null,
      sheet: 'national-2019@1',
    });
    expect(observation.findings).toHaveLength(1);
    expect(observation.findings[0]).toMatchObject({
      level: 'problem',
      category: 'content_wrong',
      evidence: ['fact_1'],
      measured: { item: 'wrong' },
    });
  });
  it('a clean answer and an unsure one accuse nobody', () => {
    const clean = answerCard(card('overview-information'), sheet, reply({ answer: 'none', details: [] }));
    expect([clean.verdict, clean.findings]).toEqual(['pass', []]);
    const unsure = answerCard(card('overview-information'), sheet, reply({ answer: 'unsure', details: [] }));
    expect([unsure.verdict, unsure.reason]).toEqual(['cannot-tell', 'needs-person']);
  });
  it('not earning a bonus is nobody’s fault', () => {
    const answer = (value: string) => answerCard(card('bonus-data'), sheet, reply({ clause: 'BN-1', answer: value, details: [] })).verdict;
    expect([answer('met'), answer('not-met')]).toEqual(['pass', 'not-applicable']);
  });
  it.each([
    ['an answer that is not permitted', reply({ answer: 'perhaps' }), 'absent（没有开设）'],
    ['a clause the card does not settle', reply({ clause: 'DD-1.2' }), 'DD-1.1'],
    ['blame without a word', reply({ details: [] }), '逐条写明'],
    ['blame without proof', reply({ details: [{ text: '有错', place, evidence: [] }] }), '佐证'],
  ])('refuses %s', (_name, wrong, says) => {
    expect(() => answerCard(card('overview-information'), sheet, wrong)).toThrow(MingchaError);
    expect(() => answerCard(card('overview-information'), sheet, wrong)).toThrow(says);
  });

  it('files a service whose form is missing once, not per page (seeds M15)', () => {
    const page = (n: number) => ({ ...place, id: `page_${n}`, label: `第${n}页`, url: `http://x/${n}` });
    const missing = (n: number, service: string) => ({ text: '没有提供表格', place: page(n), evidence: [`fact_${n}`], service });
    const details = [missing(1, '建筑施工许可'), missing(2, '“建筑施工 许可”'), missing(3, '低保申请')];
    const { findings } = answerCard(card('service-forms'), sheet, reply({ clause: 'DD-2.5', answer: 'absent', details }));
    expect(findings.map(({ place: { label }, evidence }) => [label, evidence])).toEqual([
      ['建筑施工许可', ['fact_1', 'fact_2']],
      ['低保申请', ['fact_3']],
    ]);
    expect(findings[0]?.text).toBe('服务不实用：“建筑施工许可”没有提供表格（2个页面）');
    const later = answerCard(
      card('service-forms'),
      sheet,
      reply({ clause: 'DD-2.5', answer: 'absent', details: [missing(9, '建筑施工许可')] }),
    );
    expect(later.findings[0]?.fingerprint, 'the next look knows it again on another page').toBe(findings[0]?.fingerprint);
    const sample = answerCard(card('service-forms'), sheet, reply({ clause: 'DD-2.5', answer: 'sample', details: details.slice(0, 1) }));
    expect(sample.findings[0]?.fingerprint, 'another shortcoming of it is another finding').not.toBe(findings[0]?.fingerprint);
  });
});
