import { CHANNEL_VERDICT_NAMES } from '../../../core/channel-verdict.ts';
import { MingchaError } from '../../../core/error.ts';
import { placeByScore, topGroup } from '../../../disclosure/score-ranking.ts';
import { groupBy } from '../../../notice/group-by.ts';
import type { App } from '../../open.ts';
import { periodsOf } from '../area-of.ts';
import { rateOf } from '../pass-rates.ts';
import type { Range } from '../range.ts';
import { KIND_ORDER, kindName } from '../words.ts';
import { type ScoredSite, scoredSites } from './scored-sites.ts';

/** Places of each kind of site that are proposed. */
const PRAISED_PLACES = 3;

/**
 * 网站整体评分 of a period over the areas looked at: sites of each kind that were judged by the same indicators by score, against
 * the period before, and who is proposed for praise (seeds V07). @throws not-found for a period that no area has reckoned.
 */
export async function viewScores(app: App, { seen }: Range, periodId: string | undefined) {
  const none = { period: null, previous: null, praisedPlaces: PRAISED_PLACES, areas: [], kinds: [] };
  const chosen = await choosePeriodOf(app, seen, periodId);
  if (chosen === null) return none;
  const results = await Promise.all(seen.map((area) => scoredSites(app, area, chosen)));
  const [first] = results.flatMap((result) => result ?? []);
  if (!first) return none;
  const previous = results.flatMap((result) => result?.previous ?? []).at(0);
  const groups = groupBy(
    results.flatMap((result) => result?.sites ?? []),
    ({ kind, scheme }) => `${kind} ${scheme.key}`,
  );
  const kinds = [...groups.values()].map(ranked).toSorted((a, b) => KIND_ORDER.indexOf(a.code) - KIND_ORDER.indexOf(b.code));
  return {
    period: { id: first.period.id, label: first.period.label, cutoff: first.period.cutoff },
    previous: previous ? { id: previous.id, label: previous.label } : null,
    praisedPlaces: PRAISED_PLACES,
    areas: seen.map(({ id, name }, i) => ({ id, name, cutoff: results[i]?.period.cutoff ?? null, ...summedUp(results[i]?.sites ?? []) })),
    kinds,
  };
}

/** The period asked for, or the newest that any of the areas has reckoned; null where none has. */
async function choosePeriodOf(app: App, seen: Range['seen'], periodId: string | undefined): Promise<string | null> {
  const periods = (await Promise.all(seen.map(({ id }) => periodsOf(app, id)))).flat();
  if (periodId === undefined) return periods.toSorted((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from)).at(0)?.id ?? null;
  if (periods.some(({ id }) => id === periodId)) return periodId;
  throw new MingchaError('not-found', `没有 ${periodId} 这一期的统计结果。`, '请从页面上方重新选择期数。');
}

/** An area's sites together: those of which a total was given, with their mean, and the rate as the results print it. */
function summedUp(sites: readonly ScoredSite[]) {
  const scores = sites.flatMap(({ score }) => score ?? []);
  const mean = scores.length === 0 ? null : Math.round((10 * scores.reduce((n, score) => n + score, 0)) / scores.length) / 10;
  const rate = rateOf(sites.map(({ verdict, inBase }) => ({ verdict, inBase, count: 1 })));
  return { sites: sites.length, scored: scores.length, mean, rate };
}

/** Sites of one kind under one scheme, with their places then and now. */
function ranked(sites: readonly ScoredSite[]) {
  const [{ kind, scheme }] = sites as [ScoredSite];
  const placed = placeByScore(sites.map((site) => ({ ...site, passing: isPassing(site) })));
  const placedBefore = placeByScore(sites.map(({ id, scoreBefore }) => ({ id, score: scoreBefore, passing: true })));
  const before = new Map(placedBefore.map((one) => [one.id, one]));
  const praised = new Set(topGroup(placed, { places: PRAISED_PLACES, leastScore: scheme.leastScore }).map(({ id }) => id));
  return {
    code: kind,
    name: kindName(kind),
    sheet: { code: scheme.key, name: scheme.name },
    leastScore: scheme.leastScore,
    rows: placed.map(({ id, name, area, unit, place, score, verdict, inBase }) => {
      const last = before.get(id);
      return {
        ...{ id, name, area, unit, place, score },
        noScore: score === null ? noScoreWords(verdict, scheme.scored.includes(kind)) : null,
        verdict: { code: verdict, name: CHANNEL_VERDICT_NAMES[verdict] },
        inBase,
        praised: praised.has(id),
        before: last && last.score !== null ? { score: last.score, place: last.place } : null,
      };
    }),
  };
}

const isPassing = ({ verdict, inBase }: ScoredSite): boolean => inBase && (verdict === 'pass' || verdict === 'no_problem');

/** Why no total was given; nothing unknown is ever scored. */
function noScoreWords(verdict: ScoredSite['verdict'], isScoredKind: boolean): string {
  if (!isScoredKind) return '本方案对这类网站只查单项否决，不评分';
  return verdict === 'fail' ? '判为不合格，不再评分' : '有条款尚未检查，或分值尚未与官方文本核实，不出总分';
}
