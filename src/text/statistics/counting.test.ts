import { describe, expect, it } from 'vitest';
import { countInto, countWordsInto, keep, startCounting } from './counting.ts';
import { knowledgeOf } from './model.ts';
import type { ModelParts } from './model-parts.ts';
import { ORDER } from './ngram-counts.ts';
import { LEVELS } from './ngram-table.ts';
import { passageOf } from './passage.ts';
import { Search } from './search.ts';
import { tokenise } from './tokens.ts';

const HALF = new Float64Array((ORDER + 1) * LEVELS).fill(0.5);
const SENTENCES = ['各乡镇要抓好春耕备耕工作。', '各村要抓好春耕备耕工作。', '县农业局抓好春耕备耕工作。'];
const WORDS = new Map([
  ['春耕', 90],
  ['备耕', 60],
  ['工作', 900],
  ['抓好', 200],
]);

function partsOf(paragraphs: readonly string[]): ModelParts {
  const counted = startCounting(16);
  countWordsInto(counted, WORDS);
  for (const paragraph of paragraphs) countInto(counted, paragraph, 10);
  return {
    ...keep(counted),
    forward: HALF,
    backward: HALF,
    words: [...WORDS.keys()].sort(),
    wordLevels: Uint8Array.from([20, 20, 20, 20]),
  };
}

const { model, ...rest } = knowledgeOf(partsOf(SENTENCES));
const knowledge = { model, ...rest };

function edits(block: string): string[] {
  const { tokens } = passageOf(model, tokenise(block), 0);
  return new Search(knowledge)
    .edits(passageOf(model, tokens, 0))
    .map(
      ({ from, to, ids }) =>
        `${block.slice(tokens.starts[from], to > from ? tokens.ends[to - 1] : tokens.starts[from])}→${String.fromCharCode(...ids)}`,
    );
}

describe('a model counted from three sentences', () => {
  it('finds what was counted likelier than what was not', () => {
    const chance = (block: string): number => passageOf(model, tokenise(block), 0).forward.reduce((sum, one) => sum + one, 0);
    expect(chance('抓好春耕备耕')).toBeGreaterThan(chance('抓好耕春备耕') + 5);
  });

  it.each([
    ['各乡镇要抓好春更备耕工作。', '更→耕'],
    ['各乡镇要抓好春备耕工作。', '→耕'],
    ['各乡镇要抓好春耕耕备耕工作。', '耕→'],
    ['各乡镇要抓好耕春备耕工作。', '耕春→春耕'],
  ])('in %s offers %s', (block, edit) => {
    expect(edits(block)).toContain(edit);
  });

  it('offers nothing for what it was counted from', () => {
    for (const sentence of SENTENCES) expect(edits(sentence)).toEqual([]);
  });

  it('comes out the same whatever the order of the paragraphs', () => {
    expect(partsOf([...SENTENCES].reverse())).toEqual(partsOf(SENTENCES));
  });
});
