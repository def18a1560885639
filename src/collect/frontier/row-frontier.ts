import { hexKey } from '../disk/address-index.ts';
import { FOUND_ON_KEPT, type Frontier, type Settled, type Sighting } from './frontier.ts';
import type { AddressRow, AddressTotals, KeptAddresses } from './kept-rows.ts';
import { ownCopy } from './own-copy.ts';
import { createWaitingLine } from './waiting-line.ts';

/** Rows held in memory besides those that are not yet written: those of the site's frame are met on every page. */
const HELD = 10_000;
const ASKED_AT_ONCE = 2_000;

/** A frontier whose rows are kept elsewhere, in the same transaction as what was found out by looking at them. */
export interface RowFrontier {
  frontier: Frontier;
  /** Rows that have changed since the last `written`, each whole: writing them twice does no harm. */
  changed(): readonly AddressRow[];
  /** What `changed` gave last is safe. Nothing may be seen or settled between the two. */
  written(): void;
  /** Number of rows that wait to be written. */
  pending(): number;
  /** Number of rows in memory. */
  size(): number;
}

/**
 * Frontier of one scan over rows that are kept elsewhere. In memory are what has changed since the last writing, a line of
 * those that wait and the addresses met last; a small site is never read back at all. One writer at a time.
 */
export function rowFrontier(kept: KeptAddresses, held = HELD): RowFrontier {
  const rows = new Map<string, AddressRow>();
  const changed = new Map<string, AddressRow>();
  let handedOver: AddressRow[] = [];
  let totals: AddressTotals | null = null;
  /** Highest `seq` of a row that is kept elsewhere. */
  let keptSeq = 0;
  /** Every row there is stands in `rows`. */
  let whole = false;
  const line = createWaitingLine(held);

  async function ready(): Promise<AddressTotals> {
    if (totals !== null) return totals;
    totals = await kept.totals();
    keptSeq = totals.lastSeq;
    whole = totals.seen === 0;
    line.begin(whole ? 0 : keptSeq, whole);
    return totals;
  }
  /** The row in memory stands, as it may have changed since it was written. */
  const hold = (row: AddressRow): AddressRow => {
    const known = rows.get(row.url);
    if (known) return known;
    rows.set(row.url, row);
    return row;
  };
  async function load(urls: Iterable<string>): Promise<void> {
    if (whole) return;
    const missing = [...new Set(urls)].filter((url) => !rows.has(url));
    for (let from = 0; from < missing.length; from += ASKED_AT_ONCE)
      for (const row of await kept.byKeys(missing.slice(from, from + ASKED_AT_ONCE).map(hexKey))) hold(row);
  }
  const touch = (row: AddressRow): void => {
    changed.set(row.url, row);
  };

  function meet({ url, relation, own, on }: Sighting, now: AddressTotals): void {
    let row = rows.get(url);
    if (!row) {
      row = newRow(url, relation, own, ++now.lastSeq);
      now.seen += 1;
      rows.set(row.url, row);
      line.add(row);
    }
    if (relation === 'link') row.relation = 'link';
    if (row.foundOn.length < FOUND_ON_KEPT) row.foundOn.push({ ...on, text: ownCopy(on.text) });
    row.foundOnCount += 1;
    touch(row);
  }
  function note({ url, outcome, at, open, status = null }: Settled, now: AddressTotals): void {
    const row = rows.get(url);
    if (!row) return;
    if (row.state === 'open') now.open -= 1;
    if (row.state === 'settled') now.settled -= 1;
    row.state = open ? 'open' : 'settled';
    now[row.state] += 1;
    row.outcomes.push(outcome);
    row.lastLookAt = at;
    row.lastStatus = status;
    touch(row);
  }

  const frontier: Frontier = {
    async see(sightings) {
      const now = await ready();
      await load(sightings.map(({ url }) => url));
      for (const sighting of sightings) meet(sighting, now);
    },
    async fresh(limit) {
      const now = await ready();
      while (line.needs(limit, now.lastSeq)) {
        const asked = Math.max(limit, 500);
        const found = line.end < keptSeq ? await kept.waiting(line.end, asked) : [];
        if (found.length === asked) line.extend(found.map(hold), (found.at(-1) as AddressRow).seq);
        else {
          const young = [...changed.values()].filter(({ seq }) => seq > keptSeq).sort((a, b) => a.seq - b.seq);
          line.extend([...found.map(hold), ...young], now.lastSeq);
        }
      }
      return line.first(limit);
    },
    async again(limit, looks = Number.MAX_SAFE_INTEGER) {
      await ready();
      const found = new Set(whole ? rows.values() : changed.values());
      if (!whole) for (const row of await kept.open(limit + changed.size, looks)) found.add(hold(row));
      return [...found]
        .filter(({ state, outcomes }) => state === 'open' && outcomes.length <= looks)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, limit);
    },
    async settle(looks) {
      const now = await ready();
      await load(looks.map(({ url }) => url));
      for (const look of looks) note(look, now);
    },
    async get(url) {
      await ready();
      await load([url]);
      return rows.get(url) ?? null;
    },
    async counts() {
      const { seen, settled, open } = await ready();
      return { seen, settled, open };
    },
    snapshot: () => null,
  };

  return {
    frontier,
    changed() {
      handedOver = [...changed.values()];
      return handedOver;
    },
    pending: () => changed.size,
    size: () => rows.size,
    written() {
      for (const { url, seq } of handedOver) {
        changed.delete(url);
        keptSeq = Math.max(keptSeq, seq);
      }
      handedOver = [];
      if (rows.size <= held * 1.25) return;
      for (const [url, row] of rows) {
        if (rows.size <= held) break;
        if (!changed.has(url) && !line.has(row)) rows.delete(url);
      }
      whole = false;
    },
  };
}

function newRow(url: string, relation: AddressRow['relation'], own: boolean, seq: number): AddressRow {
  const waiting = { state: 'waiting', outcomes: [], lastLookAt: null, lastStatus: null } as const;
  return { key: hexKey(url), seq, url: ownCopy(url), relation, own, foundOn: [], foundOnCount: 0, ...waiting, outcomes: [] };
}
