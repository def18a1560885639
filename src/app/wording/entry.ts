import type { WordingChange } from '../../store/wording.ts';
import type { Severity } from '../../text/finding.ts';
import type { WordingEntry } from '../../text/review/area-lists.ts';
import type { PhraseKind } from '../../text/wording/phrase.ts';

type Kept = Pick<WordingEntry, 'right' | 'others' | 'severity' | 'kind'>;

/** An entry as it stands in its list. */
export function entryOf({ list, term, entry, validFrom, validTo, note }: WordingChange): WordingEntry {
  const { right = null, others = [], severity = 3, kind = 'term' } = entry as Partial<Kept>;
  return { list, term, right, others, severity: severity as Severity, kind: kind as PhraseKind, validFrom, validTo, note };
}

/** What is kept beside the term of an entry. */
export const keptOf = ({ right, others, severity, kind }: WordingEntry): Kept & Readonly<Record<string, unknown>> => ({
  right,
  others,
  severity,
  kind,
});
