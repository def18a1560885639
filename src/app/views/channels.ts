import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { STOCK_STATUSES } from '../../ledger/status.ts';
import { listVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { countProblemsByChannel } from '../../store/views-verdicts.ts';
import { CHANNEL_STATE_NAMES, type Channel, stateOn } from '../../subjects/channel.ts';
import { isUnfiled } from '../../subjects/filing.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import type { App } from '../open.ts';
import { areaOf, choosePeriod, todayOf } from './area-of.ts';
import { readingLines } from './reading-lines.ts';
import { conditionOfSites } from './site-condition.ts';
import { kindName } from './words.ts';

/** Sites and accounts in printing order, with their results in a period. */
export async function viewChannels(app: App, areaId: string, periodId: string | undefined) {
  await areaOf(app, areaId);
  const period = await choosePeriod(app, areaId, periodId);
  const [register, verdicts, open] = await Promise.all([
    readRegister(app.db, areaId),
    period ? listVerdicts(app.db, areaId, period.id) : [],
    countProblemsByChannel(app.db, areaId, STOCK_STATUSES),
  ]);
  const day = period?.cutoff ?? (await todayOf(app, areaId));
  const siteIds = register.sites.map(({ id }) => id);
  const conditions = await conditionOfSites(app, areaId, siteIds, day);
  const readings = await readingLines(app, areaId, siteIds, day);
  const units = new Map(register.units.map((unit) => [unit.id, unit]));
  const results = new Map(verdicts.map((row) => [row.channelId, row]));
  const row = (channel: Channel) => {
    const unit = units.get(channel.unitId);
    const result = results.get(channel.id);
    const kind = channel.type === 'site' ? channel.kind : channel.platform;
    const state = stateOn(channel.states, day);
    return {
      id: channel.id,
      type: channel.type,
      kind: { code: kind, name: kindName(kind) },
      name: channel.name,
      url: channel.type === 'site' ? channel.url : null,
      unit: { id: channel.unitId, name: unit ? printedUnitName(unit) : channel.unitId, group: unit?.group ?? null },
      stateName: channel.type === 'account' && isUnfiled(channel, day) ? '未备案' : state && CHANNEL_STATE_NAMES[state],
      openProblems: open.get(channel.id) ?? 0,
      condition: [...(conditions.get(channel.id) ?? []), ...(readings.get(channel.id) ?? [])],
      result: result
        ? {
            verdict: result.verdict,
            verdictName: CHANNEL_VERDICT_NAMES[result.verdict],
            reasons: result.reasons,
            inBase: result.inBase,
            outside: result.outside,
            failedInARow: result.failedInARow,
            score: result.score,
            ...result.coverage,
          }
        : null,
    };
  };
  return {
    period: period && { id: period.id, label: period.label },
    rows: [...register.sites.map(row), ...register.accounts.map(row)],
  };
}
