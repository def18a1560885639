import { CATEGORIES, type Category } from '../../core/category.ts';
import { PROBLEM_STATUSES, type ProblemStatus } from '../../ledger/status.ts';
import { PLATFORM_NAMES, type Platform, SITE_KIND_NAMES, type SiteKind } from '../../subjects/channel.ts';

/** A code with the name people read. */
export interface Named {
  code: string;
  name: string;
}

export const namedStatus = (code: ProblemStatus): Named => ({ code, name: PROBLEM_STATUSES[code] });
export const namedCategory = (code: Category): Named => ({ code, name: CATEGORIES[code] });

const KIND_NAMES: Readonly<Record<string, string>> = { ...SITE_KIND_NAMES, ...PLATFORM_NAMES };
/** Kinds of sites, then platforms, as tables list them. */
export const KIND_ORDER: readonly (SiteKind | Platform)[] = [
  ...(Object.keys(SITE_KIND_NAMES) as SiteKind[]),
  ...(Object.keys(PLATFORM_NAMES) as Platform[]),
];
export const kindName = (code: string): string => KIND_NAMES[code] ?? code;
