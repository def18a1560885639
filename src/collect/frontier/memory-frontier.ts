import { FOUND_ON_KEPT, type Frontier, type Target } from './frontier.ts';
import { ownCopy } from './own-copy.ts';

type Row = Omit<Target, 'outcomes' | 'foundOn'> & {
  foundOn: Target['foundOn'][number][];
  outcomes: Target['outcomes'][number][];
  open: boolean;
};

/** Frontier of one scan in memory; its snapshot is its rows. For sites up to some ten thousand addresses. */
export function memoryFrontier(snapshot: unknown = null): Frontier {
  const rows = new Map<string, Row>(((snapshot as Row[] | null) ?? []).map((row) => [row.url, structuredClone(row)]));

  const first = (limit: number, wanted: (row: Row) => boolean): Target[] => {
    const found: Target[] = [];
    for (const row of rows.values()) {
      if (found.length >= limit) break;
      if (wanted(row)) found.push(row);
    }
    return found;
  };

  return {
    async see(sightings) {
      for (const { url, relation, own, on } of sightings) {
        const row = rows.get(url) ?? {
          url,
          relation,
          own,
          foundOn: [],
          foundOnCount: 0,
          outcomes: [],
          lastLookAt: null,
          lastStatus: null,
          open: false,
        };
        if (relation === 'link') row.relation = 'link';
        if (row.foundOn.length < FOUND_ON_KEPT) row.foundOn.push({ ...on, text: ownCopy(on.text) });
        row.foundOnCount += 1;
        rows.set(url, row);
      }
    },
    fresh: async (limit) => first(limit, (row) => row.outcomes.length === 0),
    again: async (limit, looks = Number.MAX_SAFE_INTEGER) => first(limit, (row) => row.open && row.outcomes.length <= looks),
    async settle(looks) {
      for (const { url, outcome, at, open, status = null } of looks) {
        const row = rows.get(url);
        if (!row) continue;
        row.outcomes.push(outcome);
        row.lastLookAt = at;
        row.lastStatus = status;
        row.open = open;
      }
    },
    get: async (url) => rows.get(url) ?? null,
    async counts() {
      let settled = 0;
      let open = 0;
      for (const row of rows.values()) {
        if (row.open) open += 1;
        else if (row.outcomes.length > 0) settled += 1;
      }
      return { seen: rows.size, settled, open };
    },
    snapshot: () => structuredClone([...rows.values()]),
  };
}
