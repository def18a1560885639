import { describe, expect, it } from 'vitest';
import { placeByScore, type Scored, topGroup } from './score-ranking.ts';

const site = (id: string, score: number | null, passing = true): Scored & { id: string } => ({ id, score, passing });
const RULE = { places: 3, leastScore: 80 };

describe('网站整体评分', () => {
  it.each([
    ['highest first', [site('a', 81), site('b', 93.5)], ['b1', 'a2']],
    [
      'equal scores share a place, the next is skipped',
      [site('a', 90), site('b', 95), site('c', 90), site('d', 1)],
      ['b1', 'a2', 'c2', 'd4'],
    ],
    ['no score is no last place', [site('a', null), site('b', 0)], ['b1', 'anull']],
    ['nobody', [], []],
  ])('ranks: %s', (_name, sites, order) => {
    expect(placeByScore(sites).map(({ id, place }) => `${id}${place}`)).toEqual(order);
  });

  it.each([
    ['three sites in the top group of five', [site('a', 96), site('b', 91), site('c', 88), site('d', 84), site('e', 70)], ['a', 'b', 'c']],
    ['who shares the third place is in it', [site('a', 96), site('b', 91), site('c', 88), site('d', 88)], ['a', 'b', 'c', 'd']],
    ['80 points are enough, 79.99 are not', [site('a', 80), site('b', 79.99)], ['a']],
    ['a site that failed, or lies outside the base, is not praised', [site('a', 96, false), site('b', 90)], ['b']],
    ['no score, no praise', [site('a', null)], []],
  ])('proposes for praise: %s', (_name, sites, named) => {
    expect(topGroup(placeByScore(sites), RULE).map(({ id }) => id)).toEqual(named);
  });
});
