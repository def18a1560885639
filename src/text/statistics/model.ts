import { compileConfusions } from './confusions.ts';
import { countsOf } from './counts.ts';
import { GapIndex } from './gap-index.ts';
import type { Knowledge } from './knowledge.ts';
import { LanguageModel } from './language-model.ts';
import { Lexicon } from './lexicon.ts';
import { type ModelFile, unpackModel } from './model-file.ts';
import type { ModelParts } from './model-parts.ts';
import { filterOf } from './pair-filter.ts';
import type { Trees } from './trees.ts';

/** The statistical model (统计模型) ready for use: what the search looks in, and the trees that judge. */
export interface Model {
  knowledge: Knowledge;
  trees: Trees;
}

/** A character seen less often than this is never proposed. */
const USED = 20;

/** Reads the bytes of `lm.bin`. Takes about half a second; keep what it answers. */
export function readModel(bytes: Uint8Array): Model {
  const { parts, trees }: ModelFile = unpackModel(bytes);
  return { knowledge: knowledgeOf(parts), trees };
}

export function knowledgeOf(parts: ModelParts): Knowledge {
  const confusions = compileConfusions((id) => (parts.single[id] as number) >= USED);
  const lexicon = new Lexicon({ words: parts.words, levels: parts.wordLevels }, confusions);
  return {
    model: new LanguageModel(countsOf(parts, parts)),
    lexicon,
    confusions,
    filter: filterOf(parts.pairs, lexicon),
    gaps: new GapIndex(parts.triples),
  };
}
