import { CHANNEL_VERDICT_NAMES } from '../../../core/channel-verdict.ts';
import type { Scope } from '../../../core/role.ts';
import { groupBy } from '../../../notice/group-by.ts';
import { latestJudgement } from '../../../store/judgements.ts';
import { listVerdicts } from '../../../store/periods.ts';
import { warningsOf } from '../../../store/pictures-weaknesses.ts';
import { readRegister } from '../../../store/register.ts';
import { printedUnitName } from '../../../subjects/unit.ts';
import type { App } from '../../open.ts';
import { areaOf, choosePeriod, todayOf } from '../area-of.ts';
import { kindName, namedCategory } from '../words.ts';

/**
 * 薄弱环节 (seeds V08): what the last judgement up to the cut-off warned of, by channel in printing order, with the result of
 * the period beside it, which none of them changes.
 */
export async function viewWeaknesses(app: App, areaId: string, scope: Scope, periodId: string | undefined) {
  await areaOf(app, areaId);
  const period = await choosePeriod(app, areaId, periodId);
  const judgement = await latestJudgement(app.db, areaId, period?.cutoff ?? (await todayOf(app, areaId)));
  const [register, verdicts, warnings] = await Promise.all([
    readRegister(app.db, areaId),
    period ? listVerdicts(app.db, areaId, period.id) : [],
    judgement ? warningsOf(app.db, areaId, judgement.id, scope) : [],
  ]);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const results = new Map(verdicts.map((row) => [row.channelId, row]));
  const byChannel = groupBy(warnings, ({ channelId }) => channelId);
  return {
    period: period && { id: period.id, label: period.label },
    judgedOn: judgement?.day ?? null,
    total: warnings.length,
    /** The most frequent first. */
    categories: [...groupBy(warnings, ({ finding }) => finding.category)]
      .map(([code, members]) => ({ ...namedCategory(code), count: members.length }))
      .toSorted((a, b) => b.count - a.count),
    areas: [],
    channels: [...register.sites, ...register.accounts].flatMap((channel) => {
      const found = byChannel.get(channel.id);
      if (!found) return [];
      const unit = units.get(channel.unitId);
      const result = results.get(channel.id);
      return [
        {
          id: channel.id,
          name: channel.name,
          type: channel.type,
          kindName: kindName(channel.type === 'site' ? channel.kind : channel.platform),
          unit: { id: channel.unitId, name: unit ? printedUnitName(unit) : channel.unitId },
          verdict: result ? { code: result.verdict, name: CHANNEL_VERDICT_NAMES[result.verdict] } : null,
          lines: found.map(({ finding: { category, text, place } }) => ({ category: namedCategory(category), text, url: place.url })),
        },
      ];
    }),
  };
}
