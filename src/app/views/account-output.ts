import { CHANNEL_VERDICT_NAMES } from '../../core/channel-verdict.ts';
import { WHOLE_AREA } from '../../core/role.ts';
import { latestJudgement } from '../../store/judgements.ts';
import { findPeriod, listVerdicts } from '../../store/periods.ts';
import { warningsOf } from '../../store/pictures-weaknesses.ts';
import { readRegister } from '../../store/register.ts';
import { inBaseOn } from '../../subjects/channel.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { postsOfAccounts } from '../media/published.ts';
import type { App } from '../open.ts';
import { todayOf } from './area-of.ts';
import { calendarPeriod, periodHead } from './period-of.ts';
import { kindName } from './words.ts';

/**
 * 发布量和原创 of each account in a period (seeds M13). What the last judgement up to the cut-off warned of stands beside the counts as a
 * weakness, and the result of the period, which it does not change. Of posts whose source shows no mark nothing is said of originality.
 */
export async function viewAccountOutput(app: App, areaId: string, periodId: string | undefined) {
  const period = await calendarPeriod(app, areaId, periodId);
  const day = await todayOf(app, areaId);
  const until = (await findPeriod(app.db, areaId, period.id))?.cutoff ?? (day < period.to ? day : period.to);
  const [{ accounts, units }, judgement, verdicts] = await Promise.all([
    readRegister(app.db, areaId),
    latestJudgement(app.db, areaId, until),
    listVerdicts(app.db, areaId, period.id),
  ]);
  const running = accounts.filter((account) => inBaseOn(account, until));
  const ids = running.map(({ id }) => id);
  const [{ posts, seen }, warnings] = await Promise.all([
    postsOfAccounts(app.db, ids, period.from, until),
    judgement && judgement.day >= period.from ? warningsOf(app.db, areaId, judgement.id, WHOLE_AREA) : [],
  ]);
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const results = new Map(verdicts.map((row) => [row.channelId, row]));
  const rows = running.map(({ id, name, platform, unitId }) => {
    const mine = posts.filter(({ channelId }) => channelId === id);
    const marked = mine.filter(({ original }) => original !== null);
    const result = results.get(id);
    return {
      ...{ id, name, platformName: kindName(platform), unitName: names.get(unitId) ?? unitId },
      seen: seen.has(id),
      posts: mine.length,
      originals: marked.filter(({ original }) => original === true).length,
      /** Posts that say whether they are original. */
      marked: marked.length,
      weaknesses: warnings
        .filter(({ channelId, finding }) => channelId === id && finding.category === 'account_low_output')
        .map(({ finding }) => finding.text),
      verdict: result ? { code: result.verdict, name: CHANNEL_VERDICT_NAMES[result.verdict] } : null,
    };
  });
  return { period: periodHead(period), until, judgedOn: judgement?.day ?? null, rows };
}
