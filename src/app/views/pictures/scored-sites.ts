import type { ChannelVerdict } from '../../../core/channel-verdict.ts';
import type { CalendarDate } from '../../../core/date.ts';
import { type Period, previousPeriod } from '../../../core/period.ts';
import { loadSheets } from '../../../sheets/load.ts';
import { sheetFor } from '../../../sheets/resolve.ts';
import { findPeriod, listVerdicts } from '../../../store/periods.ts';
import { listSites } from '../../../store/sites.ts';
import { listUnits } from '../../../store/units.ts';
import type { SiteKind } from '../../../subjects/channel.ts';
import { printedUnitName } from '../../../subjects/unit.ts';
import { readAreaSettings } from '../../area-settings.ts';
import type { App } from '../../open.ts';

/** The least score praised where the indicators name none: the one above which they give extra points. */
const USUAL_LEAST_SCORE = 80;

/** The indicators an area judged a period by: scores are compared only under the same. */
interface Scheme {
  key: string;
  name: string;
  leastScore: number;
  /** Kinds of sites that are given a total at all. */
  scored: readonly SiteKind[];
}

/** A site judged in a period. */
export interface ScoredSite {
  id: string;
  name: string;
  kind: SiteKind;
  area: { code: string; name: string };
  unit: { id: string; name: string };
  scheme: Scheme;
  verdict: ChannelVerdict;
  inBase: boolean;
  score: number | null;
  /** Its total in the period before. */
  scoreBefore: number | null;
}

/** Sites of an area judged in a period, in printing order; null where the area has not reckoned it. */
export async function scoredSites(
  app: App,
  { id: areaId, name }: { id: string; name: string },
  periodId: string,
): Promise<{ period: Period & { cutoff: CalendarDate }; previous: Period | null; sites: ScoredSite[] } | null> {
  const period = await findPeriod(app.db, areaId, periodId);
  if (!period) return null;
  const previous = await findPeriod(app.db, areaId, previousPeriod(period).id);
  const [units, sites, verdicts, earlier, { profile, sheet }] = await Promise.all([
    listUnits(app.db, areaId),
    listSites(app.db, areaId),
    listVerdicts(app.db, areaId, period.id),
    previous ? listVerdicts(app.db, areaId, previous.id) : [],
    readAreaSettings(app.db, areaId),
  ]);
  const scheme = schemeOf(sheetFor(loadSheets(), profile, period.cutoff, sheet));
  const unitNames = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const now = new Map(verdicts.map((row) => [row.channelId, row]));
  const before = new Map(earlier.map((row) => [row.channelId, row.score]));
  return {
    period,
    previous,
    sites: sites.flatMap((site): ScoredSite[] => {
      const row = now.get(site.id);
      if (!row) return [];
      const { verdict, inBase, score } = row;
      return [
        {
          ...{ id: site.id, name: site.name, kind: site.kind, area: { code: areaId, name } },
          unit: { id: site.unitId, name: unitNames.get(site.unitId) ?? site.unitId },
          ...{ scheme, verdict, inBase, score, scoreBefore: before.get(site.id) ?? null },
        },
      ];
    }),
  };
}

function schemeOf({ key, name, rules }: ReturnType<typeof sheetFor>): Scheme {
  const scored = rules.find((rule) => rule.id === 'RULE-DEPT')?.params.scored ?? ['portal'];
  const leastScore = rules.find((rule) => rule.id === 'RULE-PASS')?.params.bonusAbove ?? USUAL_LEAST_SCORE;
  return { key, name, leastScore, scored };
}
