import type { AddressRow } from './kept-rows.ts';

/** The addresses that wait for their first look, in the order met, as far as they are held in memory. */
export interface WaitingLine {
  /** Every waiting address with a `seq` up to here is in the line. */
  readonly end: number;
  /** `whole`: nothing waits but what will be added. */
  begin(lastSeq: number, whole: boolean): void;
  /** The address met last. It is left out, to be read later, when the line is long or does not reach that far. */
  add(row: AddressRow): void;
  /** Whether fewer than `limit` are in the line although more may wait. */
  needs(limit: number, lastSeq: number): boolean;
  /** Goes on with rows in order; now everything up to `end` is in. */
  extend(rows: readonly AddressRow[], end: number): void;
  first(limit: number): AddressRow[];
  has(row: AddressRow): boolean;
}

export function createWaitingLine(longest: number): WaitingLine {
  let line: AddressRow[] = [];
  let held = new Set<AddressRow>();
  let end = 0;
  const tidy = (): void => {
    line = line.filter(({ state }) => state === 'waiting');
    held = new Set(line);
  };
  return {
    get end() {
      return end;
    },
    begin(lastSeq, whole) {
      end = whole ? lastSeq : 0;
    },
    add(row) {
      if (end !== row.seq - 1 || line.length >= longest) return;
      end = row.seq;
      line.push(row);
      held.add(row);
    },
    needs(limit, lastSeq) {
      if (end >= lastSeq) return false;
      tidy();
      return line.length < limit;
    },
    extend(rows, to) {
      for (const row of rows) {
        if (row.seq <= end || row.state !== 'waiting' || held.has(row)) continue;
        line.push(row);
        held.add(row);
      }
      end = to;
    },
    first(limit) {
      tidy();
      return line.slice(0, limit);
    },
    has: (row) => held.has(row),
  };
}
