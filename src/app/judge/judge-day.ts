import type { Observation } from '../../checks/observation.ts';
import { runChecks } from '../../checks/run.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import { sha256, stableId } from '../../core/id.ts';
import type { Fact } from '../../evidence/fact.ts';
import { insertJudgement } from '../../store/judgements.ts';
import { readRegister } from '../../store/register.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { factsForDay } from './facts-for-day.ts';
import { rulesFor } from './rules.ts';

export interface DayJudgement {
  id: string;
  day: CalendarDate;
  sheet: string;
  /** SHA-256 of the observations as canonical JSON: equal evidence and rules give equal bytes. */
  digest: string;
  observations: readonly Observation[];
}

const CHANNELS_AT_ONCE = 12;

/**
 * Judges every channel of an area on a day from kept evidence alone; writes nothing. `knownAt`: answers that persons entered later are
 * left out, so that a judgement made before them comes out again as it was.
 */
export async function computeDay(app: App, areaId: string, day: CalendarDate, knownAt: Instant = app.now()): Promise<DayJudgement> {
  const { sheet, observations } = await observe(app, areaId, day, null, knownAt);
  const digest = sha256(canonicalJson(observations));
  return { id: stableId('judgement', areaId, day, sheet, digest), day, sheet, digest, observations };
}

/** What the checks say of the channels of an area on a day (`only`: of some), and the sheet they go by; writes nothing. */
export async function observe(
  app: App,
  areaId: string,
  day: CalendarDate,
  only: ReadonlySet<string> | null = null,
  knownAt: Instant = app.now(),
): Promise<Pick<DayJudgement, 'sheet' | 'observations'>> {
  const settings = await readAreaSettings(app.db, areaId);
  const { sheet, catalogue } = await rulesFor(settings, day);
  const register = await readRegister(app.db, areaId);
  const all = [...register.sites, ...register.accounts].map((channel) => channel.id);
  const channels = only === null ? all : all.filter((id) => only.has(id));
  const observations: Observation[] = [];
  // In the order of the register, some channels at a time: a county's links of a fortnight need not be in memory at once.
  for (let start = 0; start < channels.length; start += CHANNELS_AT_ONCE) {
    const some = channels.slice(start, start + CHANNELS_AT_ONCE);
    const facts = (await factsForDay(app.db, some, day)).filter((fact) => !isCardAnswer(fact) || fact.data.recordedAt <= knownAt);
    observations.push(...runChecks(catalogue, sheet, register, facts, day, new Set(some)));
  }
  return { sheet: sheet.key, observations };
}

const isCardAnswer = (fact: Fact): fact is Fact<'card-answer'> => fact.kind === 'card-answer';

/** Judges and keeps the judgement. The same evidence again gives the same judgement and adds nothing. */
export async function judgeDay(app: App, areaId: string, day: CalendarDate, madeAt: Instant = app.now()): Promise<DayJudgement> {
  const judgement = await computeDay(app, areaId, day, madeAt);
  await keepJudgement(app, areaId, judgement, madeAt);
  return judgement;
}

/** Keeps a judgement; one that is kept already is left as it is. */
export async function keepJudgement(app: App, areaId: string, judgement: DayJudgement, madeAt: Instant): Promise<void> {
  const { observations, ...head } = judgement;
  await insertJudgement(app.db, { ...head, areaId, madeAt }, observations);
}
