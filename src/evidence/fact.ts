import { canonicalJson } from '../core/canonical-json.ts';
import type { Instant } from '../core/date.ts';
import { sha256 } from '../core/id.ts';
import { FACT_KINDS, type FactData, type FactKind } from './facts.ts';

/** One kept observation of the world: what, when, where from, how. Never changed after it is written. */
export interface Fact<K extends FactKind = FactKind> {
  /** Hash of everything below, so the same look kept twice is one fact. */
  id: string;
  kind: K;
  /** Site or account the fact belongs to; first in every key of the big tables. */
  channelId: string;
  /** Column id, account id, site id, or address hash: what the fact is about. */
  subjectId: string;
  at: Instant;
  /** Address, file name, or 'ledger'. */
  source: string;
  /** Collector and version: `http/1`, `browser/1`, `feed/1`, `sheet/1`, `manual/1`. */
  how: string;
  /** SHA-256 of the kept bytes the fact was read from; null when there are none. */
  blob: string | null;
  data: FactData<K>;
}

/** Validates the data against its schema and seals the fact with its id. Throws ZodError on bad data: a programming fault. */
export function makeFact<K extends FactKind>(parts: Omit<Fact<K>, 'id'>): Fact<K> {
  const data = FACT_KINDS[parts.kind].parse(parts.data) as FactData<K>;
  const body = { ...parts, data };
  return { id: sha256(canonicalJson(body)).slice(0, 32), ...body };
}
