import { dateAt } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { OUTCOMES, type Outcome } from '../../evidence/outcome.ts';
import { latestOfSubjects } from '../../store/facts.ts';
import type { Db } from '../../store/schema.ts';
import type { Site } from '../../subjects/channel.ts';
import { raiseAlarm } from './raise-alarm.ts';

/** Visitors see nothing either. What is turned away from us alone, or is ours, raises no alarm. */
const DOWN: readonly Outcome[] = ['gone', 'server-error', 'timed-out', 'dns-failed', 'connect-failed', 'tls-failed'];
/** Hours within which an earlier visit counts as the one before; visits come hourly. */
const BEFORE_MS = 3 * 3_600_000;

/**
 * Alarms who is on duty when a home page did not open at two visits in a row (seeds S02); once a day for a site. `visit` is
 * kept after this, in the same transaction. An alarm to look, no finding: whether it is one the day's judgement says.
 */
export async function tellDown(db: Db, site: Pick<Site, 'id' | 'areaId' | 'name'>, visit: Fact<'probe'>): Promise<void> {
  if (!DOWN.includes(visit.data.outcome)) return;
  const [before] = await latestOfSubjects(db, site.id, 'probe', [site.id], visit.at);
  if (!before || before.id === visit.id || !DOWN.includes(before.data.outcome)) return;
  if (Date.parse(visit.at) - Date.parse(before.at) > BEFORE_MS) return;
  await raiseAlarm(db, site.areaId, {
    cause: `down:${site.id}:${dateAt(visit.at)}`,
    title: `${site.name}连续两次打不开，请核实`,
    body: `${visit.data.url}\n最近一次：${OUTCOMES[visit.data.outcome]}。也可能是本机网络的问题，请先从别处打开看看。`,
    link: `/areas/${site.areaId}/channels`,
    confidential: false,
    at: visit.at,
  });
}
