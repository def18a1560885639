import { type Clock, simulatedClock } from '../../collect/clock.ts';
import type { Net } from '../../collect/http/net.ts';
import { probeSite } from '../../collect/site/probe-site.ts';
import { instantOf } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import { insertFacts } from '../../store/facts.ts';
import type { Run } from '../../store/runs.ts';
import type { Site } from '../../subjects/channel.ts';
import { tellDown } from '../messages/tell-down.ts';
import type { App } from '../open.ts';

/** 国办秘函〔2019〕19号 站点无法访问: at least 20 visits a day. */
const VISITS_A_DAY = 20;

/**
 * Availability visits of one site. A real round is one visit now; a simulated day makes all its visits in one go,
 * spread over its hours.
 */
export async function probeTarget(
  app: App,
  input: { run: Run; site: Site; net: Net; clock: Clock; simulated: boolean; signal: AbortSignal },
): Promise<void> {
  const { run, site, net, clock, simulated, signal } = input;
  const facts: Fact<'probe'>[] = [];
  for (let visit = 0; visit < (simulated ? VISITS_A_DAY : 1); visit += 1) {
    signal.throwIfAborted();
    const time = `${String(visit + 3).padStart(2, '0')}:${String((visit * 7) % 60).padStart(2, '0')}`;
    facts.push(await probeSite(site, { net, clock: simulated ? simulatedClock(instantOf(run.day, time)) : clock, signal }));
  }
  await app.db.transaction().execute(async (trx) => {
    const [visit] = facts;
    if (!simulated && visit) await tellDown(trx, site, visit);
    await insertFacts(trx, facts, run.id);
  });
}
