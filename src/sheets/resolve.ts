import { type CalendarDate, chineseDate } from '../core/date.ts';
import { MingchaError } from '../core/error.ts';
import type { ChannelKind, Clause, ClausePatch, ScoringRule, Sheet, VerdictRule } from './schema.ts';

/** An option set for one unit or one subject (column, site, account) only: the last word over both sheets. */
export interface ItemOverride {
  check: string;
  unitId?: string;
  subjectId?: string;
  options: Readonly<Record<string, unknown>>;
}

/** What an operator has set for an area. */
export interface SheetSettings {
  /** Clause ids or figure keys (`DD-1.4/stale`, `DD-1.4/points`) compared with the official text. */
  confirmed?: readonly string[];
  overrides?: readonly ItemOverride[];
}

/** The sheet in force on one day, national and local merged. */
export interface ResolvedSheet {
  id: string;
  profile: string;
  name: string;
  /** Every file and version it was made of: `langxi-2022@1+national-2019@1`. Observations carry it. */
  key: string;
  documents: Sheet['documents'];
  verdict: { site: VerdictRule; account: VerdictRule };
  clauses: ReadonlyMap<string, Clause>;
  rules: readonly ScoringRule[];
  confirmed: ReadonlySet<string>;
  overrides: readonly ItemOverride[];
}

/** The sheet of a profile on the monitored day. Throws MingchaError 'not-found' naming the days it is in force. */
export function sheetFor(sheets: readonly Sheet[], profile: string, day: CalendarDate, settings: SheetSettings = {}): ResolvedSheet {
  const chain = chainOf(sheets, profile, day);
  const [top] = chain as [Sheet];
  const clauses = new Map<string, Clause>();
  const rules = new Map<string, ScoringRule>();
  for (const sheet of [...chain].reverse()) {
    for (const clause of sheet.clauses) clauses.set(clause.id, clause);
    for (const patch of sheet.patches) clauses.set(patch.id, patched(clauses.get(patch.id) as Clause, patch));
    for (const rule of sheet.rules) rules.set(rule.id, rule);
  }
  return {
    id: top.id,
    profile,
    name: top.name,
    key: chain.map((sheet) => `${sheet.id}@${sheet.version}`).join('+'),
    documents: chain.flatMap((sheet) => sheet.documents),
    verdict: top.verdict,
    clauses,
    rules: [...rules.values()],
    confirmed: new Set(settings.confirmed),
    overrides: settings.overrides ?? [],
  };
}

/** The profile's sheet first, then what it extends. */
function chainOf(sheets: readonly Sheet[], profile: string, day: CalendarDate): Sheet[] {
  const chain: Sheet[] = [];
  for (let next: string | null = profile; next !== null; next = (chain.at(-1) as Sheet).extends) {
    const versions = sheets.filter((sheet) => sheet.profile === next);
    const sheet = versions.find((v) => v.validFrom <= day && (v.validTo === null || day <= v.validTo));
    if (!sheet) throw missing(next, versions, sheets, day);
    if (chain.includes(sheet)) throw new MingchaError('bad-input', `方案“${profile}”循环依据`, '请检查各指标表的 extends');
    chain.push(sheet);
  }
  return chain;
}

function missing(profile: string, versions: readonly Sheet[], sheets: readonly Sheet[], day: CalendarDate): MingchaError {
  if (versions.length === 0) {
    const known = [...new Set(sheets.map((sheet) => sheet.profile))].join('、');
    return new MingchaError('not-found', `没有名为“${profile}”的检查方案`, `现有方案：${known}`);
  }
  const spans = versions.map((v) => `${v.id} 自${chineseDate(v.validFrom)}${v.validTo ? `至${chineseDate(v.validTo)}` : '起'}`).join('，');
  return new MingchaError('not-found', `检查方案“${profile}”在${chineseDate(day)}没有生效的指标表`, `各版本生效日期：${spans}`);
}

function patched(clause: Clause, patch: ClausePatch): Clause {
  const { options, ...rest } = patch;
  const merged = { ...clause.options };
  for (const [check, values] of Object.entries(options ?? {})) merged[check] = { ...merged[check], ...values };
  return { ...clause, ...rest, options: merged };
}

/** Clauses in force, in sheet order; with a kind, only those looked at on such channels. */
export function clausesInForce(sheet: ResolvedSheet, kind?: ChannelKind): Clause[] {
  return [...sheet.clauses.values()].filter((c) => c.notInForce === null && (kind === undefined || c.appliesTo.includes(kind)));
}

/** Options of a check on one subject: national, then local, then what the area set for all, for the unit, for the subject itself. Unset ones are left to the check's defaults. */
export function optionsFor(
  sheet: ResolvedSheet,
  check: { id: string; clause: string },
  item: { unitId: string | null; subjectId: string },
): Record<string, unknown> {
  const mine = sheet.overrides.filter((o) => o.check === check.id);
  const ofArea = mine.filter((o) => o.subjectId === undefined && o.unitId === undefined);
  const ofUnit = mine.filter((o) => o.subjectId === undefined && o.unitId !== undefined && o.unitId === item.unitId);
  const ofSubject = mine.filter((o) => o.subjectId === item.subjectId);
  return Object.assign(
    {},
    sheet.clauses.get(check.clause)?.options[check.id],
    ...[...ofArea, ...ofUnit, ...ofSubject].map((o) => o.options),
  );
}
