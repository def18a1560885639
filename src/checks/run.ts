import { addDays, type CalendarDate, instantOf } from '../core/date.ts';
import type { Fact } from '../evidence/fact.ts';
import { optionsFor, type ResolvedSheet } from '../sheets/resolve.ts';
import type { ChannelKind } from '../sheets/schema.ts';
import { type Account, type Channel, type Site, stateOn } from '../subjects/channel.ts';
import type { Column } from '../subjects/column.ts';
import type { Register } from '../subjects/register.ts';
import { activeOn } from '../subjects/unit.ts';
import type { Catalogue } from './catalogue.ts';
import type { CheckDefinition, FactsByKind, SubjectMap, SubjectType } from './define.ts';
import { judgeCards } from './judge-cards.ts';
import { groupBy } from './lib/group-by.ts';
import { notApplicable, notRun } from './lib/result.ts';
import type { Observation } from './observation.ts';

/** The register part a run needs: whole for accounts, since duplicates are seen only beside each other. */
export type RunSubjects = Pick<Register, 'sites' | 'columns' | 'accounts'>;

/** Checks and a sheet held against what was seen of channels on a day; several sheets may be, over the same facts. */
export type Judging = (catalogue: Catalogue, sheet: ResolvedSheet) => Observation[];

/**
 * Judges every channel in operation on `day` by every check whose clause is in force for its kind, from facts seen up
 * to the end of that day, and by what persons answered on it. Order: sites then accounts as registered, their columns after each site, checks by id; equal
 * input gives equal bytes. `only` narrows it to some channels.
 */
export function runChecks(
  catalogue: Catalogue,
  sheet: ResolvedSheet,
  subjects: RunSubjects,
  facts: readonly Fact[],
  day: CalendarDate,
  only: ReadonlySet<string> | null = null,
): Observation[] {
  return judgingOn(subjects, facts, day, only)(catalogue, sheet);
}

/** `runChecks` with what does not depend on checks and sheet made ready once. */
export function judgingOn(subjects: RunSubjects, facts: readonly Fact[], day: CalendarDate, only: ReadonlySet<string> | null): Judging {
  const nextDay = instantOf(addDays(day, 1));
  const due = (channel: Channel) => stateOn(channel.states, day) === 'in_operation';
  const wanted = (channel: Channel) => only === null || only.has(channel.id);
  const sites = subjects.sites.filter((site) => due(site) && wanted(site));
  const isDue = new Set(sites.map(({ id }) => id));
  const columnsOf = groupBy(
    subjects.columns.filter((column) => isDue.has(column.siteId) && activeOn(column, day)),
    (column) => column.siteId,
  );
  const accounts = subjects.accounts.filter(due);
  const platformOf = groupBy(accounts, (account) => `${account.unitId} ${account.platform}`);
  const byChannel = groupBy(
    facts.filter((fact) => fact.at < nextDay),
    (fact) => fact.channelId,
  );
  const seen = new Map([...byChannel].map(([channelId, some]) => [channelId, sorted(some)]));
  return (catalogue, sheet) => {
    const context = { catalogue, sheet, day };
    return [
      ...sites.flatMap((site) => runSite(context, site, columnsOf.get(site.id) ?? [], seen.get(site.id) ?? [])),
      ...accounts.filter(wanted).flatMap((account) => {
        const siblings = (platformOf.get(`${account.unitId} ${account.platform}`) ?? []).filter((other) => other !== account);
        return runAccount(context, account, siblings, seen.get(account.id) ?? []);
      }),
    ];
  };
}

interface Context {
  catalogue: Catalogue;
  sheet: ResolvedSheet;
  day: CalendarDate;
}

function runSite(context: Context, site: Site, columns: readonly Column[], facts: readonly Fact[]): Observation[] {
  const bySubject = groupBy(facts, columnOf);
  return [
    ...runSubject(context, 'site', site.kind, { site, columns }, site.id, site.id, site.unitId, byKind(facts)),
    ...columns
      .filter((column) => !onlyGroups(column, columns))
      .flatMap((column) =>
        runSubject(
          context,
          'column',
          site.kind,
          { column, site },
          site.id,
          column.id,
          column.unitId,
          byKind(bySubject.get(column.id) ?? []),
        ),
      ),
    ...judgeCards(context.catalogue.cards, context.sheet, site, facts, context.day),
  ];
}

/** A node without a list of its own that holds others is no column to look at; a leaf without an address stays due, and open. */
function onlyGroups(column: Column, columns: readonly Column[]): boolean {
  return column.url === null && columns.some((other) => other.parentId === column.id);
}

function runAccount(context: Context, account: Account, siblings: readonly Account[], facts: readonly Fact[]): Observation[] {
  return [
    ...runSubject(context, 'account', 'account', { account, siblings }, account.id, account.id, account.unitId, byKind(facts)),
    ...judgeCards(context.catalogue.cards, context.sheet, account, facts, context.day),
  ];
}

function runSubject<S extends SubjectType>(
  { catalogue, sheet, day }: Context,
  type: S,
  kind: ChannelKind,
  subject: SubjectMap[S],
  channelId: string,
  subjectId: string,
  unitId: string,
  facts: FactsByKind,
): Observation[] {
  const checks = catalogue.checks.filter(
    (check) => check.subject === type && applies(sheet, check, kind),
  ) as unknown as CheckDefinition<S>[];
  const observations = checks.map((check): Observation => {
    const options = check.options.parse(optionsFor(sheet, check, { unitId, subjectId })) as never;
    const missing = check.needs.some((need) => (facts[need] ?? []).length === 0);
    const result = missing ? notRun('no-evidence', {}) : check.judge({ subject, facts }, day, options);
    const { id: checkId, version: checkVersion, clause } = check;
    return { channelId, subjectType: type, subjectId, checkId, checkVersion, clause, sheet: sheet.key, day, ...result };
  });
  return observations.map((o) => silenced(o, observations, checks));
}

function applies(sheet: ResolvedSheet, check: Pick<CheckDefinition, 'clause'>, kind: ChannelKind): boolean {
  const clause = sheet.clauses.get(check.clause);
  return clause !== undefined && clause.notInForce === null && clause.appliesTo.includes(kind);
}

/** A zombie is not told a second time that it has been silent for two weeks, nor asked which of its accounts should stay. */
function silenced(
  o: Observation,
  all: readonly Observation[],
  checks: readonly { id: string; supersedes?: readonly string[] }[],
): Observation {
  const stronger = checks.find(
    ({ id, supersedes }) => supersedes?.includes(o.checkId) && all.some((other) => other.checkId === id && other.verdict === 'fail'),
  );
  return stronger ? { ...o, ...notApplicable({ ...o.measured, supersededBy: stronger.id }) } : o;
}

function columnOf(fact: Fact): string {
  return 'columnId' in fact.data && fact.data.columnId !== null ? fact.data.columnId : fact.subjectId;
}

function byKind(facts: readonly Fact[]): FactsByKind {
  return Object.fromEntries(groupBy(facts, (fact) => fact.kind)) as FactsByKind;
}

/** Oldest first; facts of one moment by id, so that the order of delivery does not matter. */
function sorted(facts: readonly Fact[]): readonly Fact[] {
  return [...facts].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}
