import { isListed } from './listed-findings.ts';
import type { NamingChoice, Snapshot, VolumePart } from './snapshot.ts';

/** What a rule proposes and what of it is printed, for the editor to confirm (seeds N13, N14). */
export interface NamingProposal {
  rule: 'praise-approved' | 'blame-approved' | 'blame-accounts' | 'last-by-completion';
  /** In words, for the page. */
  title: string;
  named: readonly string[];
  leftOut: readonly string[];
}

type VolumeRow = VolumePart['groups'][number]['rows'][number];

/** Rules C5 and C6 of the first notices seen; an office may set others. */
export const DEFAULT_NAMING: NamingChoice = { praisePerGroup: 2, blameApprovedAtMost: 1, leaveOut: [], praiseChannels: [] };

/**
 * The n highest of each group by approved items, highest first. Units tied with the n-th are all named:
 * nobody is dropped by the order of a list. Nought approved items are never praised.
 */
export function praiseByApproved(volumes: VolumePart, choice: NamingChoice): NamingProposal {
  const units = volumes.groups.flatMap((group) => {
    const ranked = group.rows.filter((row) => (row.approved ?? 0) > 0).toSorted((a, b) => (b.approved ?? 0) - (a.approved ?? 0));
    const edge = ranked[Math.min(choice.praisePerGroup, ranked.length) - 1]?.approved ?? Number.POSITIVE_INFINITY;
    return ranked.filter((row) => (row.approved ?? 0) >= edge).map((row) => row.unit);
  });
  return proposal('praise-approved', `各组审发信息前${choice.praisePerGroup}位`, units, choice);
}

/** Units with at most this many approved items, in table order; a unit without a figure is not accused. */
export function blameByApproved(volumes: VolumePart, choice: NamingChoice): NamingProposal {
  const limit = choice.blameApprovedAtMost;
  const low = (row: VolumeRow): boolean => limit !== null && row.approved !== null && row.approved <= limit;
  const units = volumes.groups.flatMap((group) => group.rows.filter(low).map((row) => row.unit));
  return proposal('blame-approved', limit === null ? '未设置' : `审发信息不超过${limit}条`, units, choice);
}

/** Units whose accounts were found wrong twice or more, or were not put right (rule C7). */
export function blameByAccounts(snapshot: Snapshot, choice: NamingChoice): NamingProposal {
  const accounts = new Map(snapshot.channels.filter((c) => c.type === 'account').map((c) => [c.id, c]));
  const found = new Map<string, { sightings: number; open: boolean }>();
  for (const problem of snapshot.problems) {
    if (!isListed(problem) || !accounts.has(problem.channelId ?? '')) continue;
    const entry = found.get(problem.unit) ?? { sightings: 0, open: false };
    found.set(problem.unit, { sightings: entry.sightings + 1, open: entry.open || problem.rectified === 'no' });
  }
  const units = [...found].filter(([, entry]) => entry.sightings > 1 || entry.open).map(([unit]) => unit);
  return proposal('blame-accounts', '政务新媒体两次以上查出问题或未整改', units, choice);
}

/** Leaves a unit out of one rule only; its bare name leaves it out of all. */
export const leftOutOf = (rule: NamingProposal['rule'], unit: string): string => `${rule}/${unit}`;

function proposal(rule: NamingProposal['rule'], title: string, units: readonly string[], choice: NamingChoice): NamingProposal {
  const out = new Set(choice.leaveOut);
  const isOut = (unit: string): boolean => out.has(unit) || out.has(leftOutOf(rule, unit));
  return { rule, title, named: units.filter((unit) => !isOut(unit)), leftOut: units.filter(isOut) };
}
