import type { Catalogue } from '../../checks/catalogue.ts';
import type { CheckDefinition } from '../../checks/define.ts';
import type { Observation } from '../../checks/observation.ts';
import { judgingOn } from '../../checks/run.ts';
import type { CalendarDate } from '../../core/date.ts';
import type { ItemOverride, ResolvedSheet } from '../../sheets/resolve.ts';
import type { Register } from '../../subjects/register.ts';
import { factsForDays } from '../judge/facts-for-days.ts';
import { type RuleSettings, rulesFor } from '../judge/rules.ts';
import type { App } from '../open.ts';
import { homeFactsFor } from './home-facts.ts';
import type { Trial } from './trial.ts';

/** Checks whose limit a person may try on everybody: both are 14 days in the national sheet. */
export const LIMIT_CHECKS = { 'account-stale': '新媒体多少天没有更新', 'home-stale': '网站首页多少天没有更新' } as const;
export type LimitCheck = keyof typeof LIMIT_CHECKS;
const NATIONAL_LIMIT = 'P14D';

/** Facts held in memory at once. */
const CHANNELS_AT_ONCE = 40;

/** The checks that speak differently when one limit changes: it, what it silences and what silences it. */
function checksTouched({ checks, cards }: Catalogue, id: LimitCheck): Catalogue {
  const tried = checks.find((check) => check.id === id) as CheckDefinition;
  const touched = new Set([
    id,
    ...(tried.supersedes ?? []),
    ...checks.filter(({ supersedes }) => supersedes?.includes(id)).map((one) => one.id),
  ]);
  return { checks: checks.filter((check) => touched.has(check.id)), cards };
}

/**
 * A limit for everybody: what its check, and those it silences or that silence it, would have said on each judged day, from the facts
 * kept then. Facts are read once for all days.
 */
export async function tryLimit(
  app: App,
  wanted: {
    register: Register;
    channels: readonly string[];
    days: readonly CalendarDate[];
    check: LimitCheck;
    limits: readonly string[];
    settings: RuleSettings;
  },
): Promise<Trial> {
  const { register, channels, days, check, limits, settings } = wanted;
  const found = new Map<string, Observation[]>(limits.map((limit) => [limit, []]));
  const rules = await Promise.all(days.map(async (day) => ({ day, ...(await rulesFor(settings, day)) })));
  const judging = rules.map(({ day, sheet, catalogue }) => ({ day, sheet, few: checksTouched(catalogue, check) }));
  const kinds = new Set(judging.flatMap(({ few }) => few.checks.flatMap(({ needs }) => needs)));
  for (let start = 0; start < channels.length; start += CHANNELS_AT_ONCE) {
    const some = channels.slice(start, start + CHANNELS_AT_ONCE);
    const factsOn = await (check === 'home-stale' ? homeFactsFor(app.db, some, days) : factsForDays(app.db, some, days, kinds));
    for (const { day, sheet, few } of judging) {
      const judged = judgingOn(register, factsOn(day), day, new Set(some));
      for (const limit of limits) found.get(limit)?.push(...judged(few, sheetWith(sheet, check, limit)));
    }
  }
  const touched = new Set(judging.flatMap(({ few }) => few.checks.map(({ id }) => id)));
  const isTried = new Set(channels);
  return { limits, again: found, keeps: (_limit, o) => (isTried.has(o.channelId) && touched.has(o.checkId) ? null : o) };
}

/** The sheet with one limit for everybody: what an office has set for single units and accounts stays, what it has set for all gives way. */
function sheetWith(sheet: ResolvedSheet, check: LimitCheck, limit: string): ResolvedSheet {
  const clauses = new Map(sheet.clauses);
  for (const [id, clause] of clauses) {
    const options = { ...clause.options, [check]: { ...clause.options[check], limit } };
    clauses.set(id, { ...clause, options });
  }
  const overrides = sheet.overrides.map((one) => (isForAll(one, check) ? { ...one, options: { ...one.options, limit } } : one));
  return { ...sheet, clauses, overrides };
}

const isForAll = ({ check, unitId, subjectId }: ItemOverride, tried: LimitCheck): boolean =>
  check === tried && unitId === undefined && subjectId === undefined;

/** The limit of a check for everybody, as the area has set it or its sheet has it. */
export function limitInForce({ clauses, overrides }: ResolvedSheet, check: LimitCheck): string {
  const ofArea = overrides.filter((one) => isForAll(one, check)).toReversed();
  const set = [...ofArea.map(({ options }) => options.limit), ...[...clauses.values()].map(({ options }) => options[check]?.limit)];
  return set.find((limit) => typeof limit === 'string') ?? NATIONAL_LIMIT;
}
