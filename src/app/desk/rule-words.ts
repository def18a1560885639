import type { CheckDefinition } from '../../checks/define.ts';
import type { CardDefinition } from '../../checks/define-card.ts';
import type { CalendarDate } from '../../core/date.ts';
import { basisWords, vetoUsable } from '../../sheets/figure.ts';
import { type RuleSettings, rulesFor, shippedCatalogue } from '../judge/rules.ts';

const CARD = 'card:';

/** What a person should know who confirms a finding that a veto would rest on. */
const UNSURE_VETO = {
  name: '数值尚未核实',
  text: '这一条的数值没有同官方文本核对过。属实的照常认定、交办，但核实之前不据此判为不合格，检查结果记为“未能认定”。核对后请在“地区设置—指标核实”登记。',
};

/** Every check and card this installation ships, by the id that findings carry. */
export async function shippedChecks(): Promise<ReadonlyMap<string, { title: string }>> {
  const { checks, cards } = await shippedCatalogue();
  return new Map([
    ...checks.map(({ id, words }): [string, { title: string }] => [id, words]),
    ...cards.map((card): [string, { title: string }] => [CARD + card.id, card]),
  ]);
}

/** 检查的口径 in plain words, as its generated page says it. */
export interface RuleWords {
  title: string;
  /** Clause with its document. */
  basis: string;
  lines: { name: string; text: string }[];
  fires: readonly string[];
  passes: readonly string[];
}

/** The rule a finding was made by, under the sheet of its day; null when a person entered it by no check. */
export async function ruleWords(settings: RuleSettings, checkId: string | null, day: CalendarDate): Promise<RuleWords | null> {
  if (checkId === null) return null;
  const { sheet, catalogue } = await rulesFor(settings, day);
  const check = catalogue.checks.find(({ id }) => id === checkId);
  const card = catalogue.cards.find(({ id }) => CARD + id === checkId);
  const clauseId = check?.clause ?? card?.clauses.find((id) => sheet.clauses.has(id));
  const clause = clauseId === undefined ? undefined : sheet.clauses.get(clauseId);
  const basis = clause ? basisWords(sheet, clause) : (clauseId ?? '');
  const words = check ? ofCheck(check, basis) : card ? ofCard(card, basis) : null;
  if (words === null || clause === undefined || clause.kind !== 'veto' || vetoUsable(sheet, clause)) return words;
  return { ...words, lines: [UNSURE_VETO, ...words.lines] };
}

function ofCheck({ words, page, confirm }: CheckDefinition, basis: string): RuleWords {
  const seen = confirm.looks > 1 ? `至少查看${confirm.looks}次、首末相隔${confirm.hoursApart}小时` : '一次查看即可提出，须人工复核';
  return {
    title: words.title,
    basis,
    lines: [
      { name: '复核时注意', text: words.reviewer },
      { name: '看什么', text: page.looksAt },
      { name: '界限', text: page.limits },
      { name: '几次认定', text: seen },
      { name: '为什么查', text: page.why },
      { name: '怎样整改', text: words.remedy },
    ],
    fires: page.fires,
    passes: page.passes,
  };
}

const ofCard = ({ title, question, proof, reviewer }: CardDefinition, basis: string): RuleWords => ({
  title,
  basis,
  lines: [
    { name: '复核时注意', text: reviewer },
    { name: '看什么', text: question },
    { name: '佐证', text: proof },
  ],
  fires: [],
  passes: [],
});
