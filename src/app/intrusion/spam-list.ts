import { readFileSync } from 'node:fs';
import { parseSpamTerms, type SpamTerm } from '../../text/intrusion/spam-terms.ts';

let list: readonly SpamTerm[] | null = null;

/** The list of injected words as shipped, read once. */
export function spamTerms(): readonly SpamTerm[] {
  list ??= parseSpamTerms(readFileSync(new URL('../../text/data/spam-terms.tsv', import.meta.url), 'utf8'));
  return list;
}
