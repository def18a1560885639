import { CHANNEL_VERDICT_NAMES } from '../../../core/channel-verdict.ts';
import { previousPeriod } from '../../../core/period.ts';
import { type PraiseRule, placeByScore, topGroup } from '../../../disclosure/score-ranking.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { loadSheets } from '../../../sheets/load.ts';
import { sheetFor } from '../../../sheets/resolve.ts';
import { findPeriod, listVerdicts, type PeriodVerdict } from '../../../store/periods.ts';
import { readRegister } from '../../../store/register.ts';
import type { SiteKind } from '../../../subjects/channel.ts';
import { printedUnitName } from '../../../subjects/unit.ts';
import { readAreaSettings } from '../../area-settings.ts';
import type { App } from '../../open.ts';
import { areaOf, choosePeriod } from '../area-of.ts';
import { KIND_ORDER, kindName } from '../words.ts';

/** Places of each kind of site that are proposed; the least score is the one above which the indicators give extra points. */
const PRAISED_PLACES = 3;
const USUAL_LEAST_SCORE = 80;

/** 网站整体评分 of a period: sites of each kind by score, against the period before, and who is proposed for praise (seeds V07). */
export async function viewScores(app: App, areaId: string, periodId: string | undefined) {
  await areaOf(app, areaId);
  const period = await choosePeriod(app, areaId, periodId);
  if (!period) return { period: null, previous: null, praise: { places: PRAISED_PLACES, leastScore: USUAL_LEAST_SCORE }, kinds: [] };
  const previous = await findPeriod(app.db, areaId, previousPeriod(period).id);
  const [register, verdicts, earlier, { profile, sheet }] = await Promise.all([
    readRegister(app.db, areaId),
    listVerdicts(app.db, areaId, period.id),
    previous ? listVerdicts(app.db, areaId, previous.id) : [],
    readAreaSettings(app.db, areaId),
  ]);
  const { rules } = sheetFor(loadSheets(), profile, period.cutoff, sheet);
  const scoredKinds: readonly SiteKind[] = rules.find((rule) => rule.id === 'RULE-DEPT')?.params.scored ?? ['portal'];
  const leastScore = rules.find((rule) => rule.id === 'RULE-PASS')?.params.bonusAbove ?? USUAL_LEAST_SCORE;
  const praise: PraiseRule = { places: PRAISED_PLACES, leastScore };
  const now = new Map(verdicts.map((row) => [row.channelId, row]));
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const judged = register.sites.flatMap((site) => {
    const row = now.get(site.id);
    return row ? [{ ...site, row, score: row.score, passing: isPassing(row) }] : [];
  });
  const before = new Map(earlier.map((row) => [row.channelId, row]));
  const kinds = [...groupBy(judged, ({ kind }) => kind)].toSorted(([a], [b]) => KIND_ORDER.indexOf(a) - KIND_ORDER.indexOf(b));
  return {
    period: { id: period.id, label: period.label, cutoff: period.cutoff },
    previous: previous && { id: previous.id, label: previous.label },
    praise,
    kinds: kinds.map(([kind, sites]) => {
      const placed = placeByScore(sites);
      const placedBefore = placeByScore(sites.map((site) => ({ id: site.id, score: before.get(site.id)?.score ?? null, passing: true })));
      const praised = new Set(topGroup(placed, praise).map(({ id }) => id));
      return {
        code: kind,
        name: kindName(kind),
        rows: placed.map(({ id, name, unitId, place, score, row }) => {
          const unit = units.get(unitId);
          const last = placedBefore.find((one) => one.id === id);
          return {
            id,
            name,
            unit: { id: unitId, name: unit ? printedUnitName(unit) : unitId },
            place,
            score,
            noScore: score === null ? noScoreWords(row, scoredKinds.includes(kind)) : null,
            verdict: { code: row.verdict, name: CHANNEL_VERDICT_NAMES[row.verdict] },
            inBase: row.inBase,
            praised: praised.has(id),
            before: last && last.score !== null ? { score: last.score, place: last.place } : null,
          };
        }),
      };
    }),
  };
}

const isPassing = ({ verdict, inBase }: PeriodVerdict): boolean => inBase && (verdict === 'pass' || verdict === 'no_problem');

/** Why no total was given; nothing unknown is ever scored. */
function noScoreWords({ verdict }: PeriodVerdict, isScoredKind: boolean): string {
  if (!isScoredKind) return '本方案对这类网站只查单项否决，不评分';
  return verdict === 'fail' ? '判为不合格，不再评分' : '有条款尚未检查，或分值尚未与官方文本核实，不出总分';
}
