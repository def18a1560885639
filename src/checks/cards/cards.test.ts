import { describe, expect, it } from 'vitest';
import { loadSheets } from '../../sheets/load.ts';
import { type ResolvedSheet, sheetFor } from '../../sheets/resolve.ts';
import { answerCard, type CardReply } from '../answer-card.ts';
import { loadCatalogue } from '../catalogue.ts';

const sheets = loadSheets();
const { cards } = await loadCatalogue(sheets);
const resolved = sheets.map((sheet) => sheetFor(sheets, sheet.profile, sheet.validFrom));
/** A sheet in which the clause is in force; a card none of whose sheets has it cannot be answered at all. */
const inForce = (clause: string): ResolvedSheet | undefined =>
  resolved.find((sheet) => sheet.clauses.has(clause) && sheet.clauses.get(clause)?.notInForce === null);

const proof: CardReply['details'] = [
  { text: '第3行的内容有误', place: { type: 'page', id: 'page_1', label: '某页', url: 'http://x/a' }, evidence: ['fact_1'] },
];

/** Every card, on every clause it settles, given every answer it permits: each has been seen to fire and to keep still. */
describe.each(cards.map((card) => [card.id, card] as const))('card %s', (_id, card) => {
  it('settles clauses that are in force somewhere', () => {
    expect(card.clauses.filter((clause) => inForce(clause) === undefined)).toEqual([]);
  });

  const cases = card.clauses.flatMap((clause) => card.answers.map((answer) => [clause, answer.value, answer] as const));
  it.each(cases)('%s answered “%s”', (clause, value, answer) => {
    const sheet = inForce(clause) as ResolvedSheet;
    const reply = (details: CardReply['details']) =>
      answerCard(card, sheet, { clause, channelId: 'site_1', subjectType: 'site', day: '2022-12-27', answer: value, details });
    const blames = answer.verdict === 'fail' && card.category !== null;
    if (blames) expect(() => reply([])).toThrow(/逐条写明/);
    const observation = reply(blames ? proof : []);
    expect(observation).toMatchObject({
      clause,
      verdict: answer.verdict,
      reason: answer.verdict === 'cannot-tell' ? 'needs-person' : null,
    });
    expect(observation.findings.map((finding) => [finding.level, finding.category, finding.evidence])).toEqual(
      blames ? [['problem', card.category, ['fact_1']]] : [],
    );
  });

  it('blames only for items that the clause deducts for', () => {
    const lost = card.clauses.flatMap((clause) => {
      const items = new Set(
        inForce(clause)
          ?.clauses.get(clause)
          ?.items.map((item) => item.id),
      );
      return card.answers.flatMap(({ item }) => (item !== null && !items.has(item) ? [`${clause}/${item}`] : []));
    });
    expect(lost).toEqual([]);
  });
});
