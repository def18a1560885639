import type { Confusions } from './confusions.ts';
import type { GapIndex } from './gap-index.ts';
import type { LanguageModel } from './language-model.ts';
import type { Lexicon } from './lexicon.ts';
import type { PairFilter } from './pair-filter.ts';

/** What the search looks in. */
export interface Knowledge {
  model: LanguageModel;
  lexicon: Lexicon;
  confusions: Confusions;
  filter: PairFilter;
  gaps: GapIndex;
}
