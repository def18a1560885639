import type { Category } from '../core/category.ts';

/** One permitted answer. `fail` needs proof and at least one line of text; `open` = looked at, a person is still unsure. */
export interface CardAnswer {
  value: string;
  label: string;
  verdict: 'pass' | 'fail' | 'not-applicable' | 'cannot-tell';
  /** Item of a deduction clause the answer stands for; null = the clause as a whole. */
  item: string | null;
}

/** 人工检查卡: a clause that only a person can judge, as a question with permitted answers and the proof wanted. */
export interface CardDefinition {
  /** Equals the file name, for ever. */
  id: string;
  version: number;
  /** Keys into the indicator sheet that this question settles. */
  clauses: readonly string[];
  /** What an answer that blames is filed under; null when no answer does. */
  category: Category | null;
  title: string;
  question: string;
  answers: readonly CardAnswer[];
  /** Proof wanted for an answer that blames. */
  proof: string;
  /** The proof is words alone: a picture of it must not be kept here. */
  withoutPictures?: true;
  /** What helps the person to decide. */
  reviewer: string;
}

export const defineCard = (card: CardDefinition): CardDefinition => card;

/** The two answers nearly every card has: nothing found, and found (once per item of the clause). */
export function foundOrNot(found: readonly { item: string | null; label: string }[]): readonly CardAnswer[] {
  return [
    { value: 'none', label: '已查看，没有发现', verdict: 'pass', item: null },
    ...found.map(({ item, label }): CardAnswer => ({ value: item ?? 'found', label, verdict: 'fail', item })),
    { value: 'unsure', label: '已查看，尚不能认定', verdict: 'cannot-tell', item: null },
  ];
}

/** Answers of a bonus card: not meeting it is nobody's fault. */
export const MET_OR_NOT: readonly CardAnswer[] = [
  { value: 'met', label: '符合', verdict: 'pass', item: null },
  { value: 'not-met', label: '不符合', verdict: 'not-applicable', item: null },
  { value: 'unsure', label: '尚不能认定', verdict: 'cannot-tell', item: null },
];
