import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { completionText } from './completion.ts';
import { propose } from './proposals.ts';
import { endsOf, rank } from './ranking.ts';
import type { Volume } from './volume.ts';

interface Seed {
  units: { name: string; group: string | null }[];
  figures: (Omit<Volume, 'group'> & { completionPct: number | null })[];
}

const SEEDS = '../shared/seeds/data';
const there = existsSync(SEEDS);
if (!there) console.warn('skipped: the seeds are not beside the repository, volumes of 苍溪 and 信丰 are not recomputed');

function load(name: string): (Volume & { completionPct: number | null })[] {
  if (!there) return [];
  const seed = JSON.parse(readFileSync(`${SEEDS}/${name}.json`, 'utf8')) as Seed;
  const groups = new Map(seed.units.map(({ name: unit, group }) => [unit, group]));
  return seed.figures.map((figure) => ({ ...figure, group: groups.get(figure.unit) as string }));
}
const names = (list: readonly { unit: string }[]): string[] => list.map(({ unit }) => unit);

describe.skipIf(!there)('苍溪 2020-Q1', () => {
  const rows = load('cangxi-2020-q1');

  it.each(['approved', 'submitted'] as const)('proposes the four praised units by %s', (by) => {
    const { proposed, tied } = propose(rows, { kind: 'top', n: 2, by });
    expect(names(proposed)).toEqual(['文昌镇', '陵江镇', '苍溪生态环境局', '县自然资源局']);
    expect(tied).toEqual([]);
  });

  it('proposes six units for blame', () => {
    const proposals = propose(rows, { kind: 'at-most', limit: 1, by: 'approved' });
    expect(names(proposals.proposed)).toEqual(['高坡镇', '白桥镇', '亭子镇', '石门乡', '县交运局', '县供销社']);
  });
});

describe.skipIf(!there)('信丰 2024-04', () => {
  const rows = load('xinfeng-2024-04');
  const [county, towns] = [rows[0]?.group as string, rows.at(-1)?.group as string];

  it('prints 56 of 56 completion rates as they stand', () => {
    expect(rows).toHaveLength(56);
    expect(rows.filter((row) => completionText(row) !== row.completionPct?.toFixed(2))).toEqual([]);
  });

  it('ranks as the tables stand, and puts the last five worst first', () => {
    for (const group of [county, towns]) {
      const members = rows.filter((row) => row.group === group);
      expect(rank(members, 'completion').ranked.map(({ row }) => row.unit)).toEqual(names(members));
    }
    const { named, tied } = endsOf(
      rank(
        rows.filter(({ group }) => group === county),
        'completion',
      ),
      'bottom',
      5,
    );
    // The notice prints the last two the other way round (cross-checks D4).
    expect(named.map(({ row }) => row.unit)).toEqual(['高新区管委会', '县烟草专卖局', '县水利局', '县市场监督管理局', '统调队']);
    expect(named.slice(2).map(({ value }) => value)).toEqual(['19.11%', '20.29%', '22.89%']);
    expect(tied).toEqual([]);
  });
});
