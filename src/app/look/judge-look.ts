import type { Catalogue } from '../../checks/catalogue.ts';
import type { Observation } from '../../checks/observation.ts';
import { type RunSubjects, runChecks } from '../../checks/run.ts';
import type { CalendarDate } from '../../core/date.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { ResolvedSheet } from '../../sheets/resolve.ts';
import { rulesFor } from '../judge/rules.ts';

export interface LookRules {
  sheet: ResolvedSheet;
  catalogue: Catalogue;
}

/**
 * Checks that want looks on several days, the ledger of earlier months, or what the office has decided. One run judges links by its own looks;
 * the others are left to the daily monitoring.
 */
const NOT_IN_ONE_RUN = new Set(['broken-link', 'image-missing', 'site-unreachable', 'carry-over', 'external-host']);

/** The sheet in force today, and the checks one run can answer. Throws MingchaError 'not-found' naming the profiles there are. */
export async function rulesOfLook(profile: string, day: CalendarDate): Promise<LookRules> {
  const { sheet, catalogue } = await rulesFor({ profile, sheet: { confirmed: [], overrides: [] }, lowOutput: null }, day);
  return { sheet, catalogue: { ...catalogue, checks: catalogue.checks.filter(({ id }) => !NOT_IN_ONE_RUN.has(id)) } };
}

export function observe({ sheet, catalogue }: LookRules, subjects: RunSubjects, facts: readonly Fact[], day: CalendarDate): Observation[] {
  return runChecks(catalogue, sheet, subjects, facts, day);
}
