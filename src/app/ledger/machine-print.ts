import { fingerprintOf } from '../../checks/lib/result.ts';
import type { Category } from '../../core/category.ts';
import { sha256 } from '../../core/id.ts';

/** Checks that make one problem of a whole subject (column, account, site): what a person enters of it, they can see again. */
const WHOLE: Partial<Record<Category, { check: string; of: 'column' | 'channel' }>> = {
  column_overdue: { check: 'column-overdue', of: 'column' },
  column_empty: { check: 'column-empty', of: 'column' },
  column_sparse: { check: 'column-sparse', of: 'column' },
  account_stale: { check: 'account-stale', of: 'channel' },
  account_zombie: { check: 'account-zombie', of: 'channel' },
  account_weekly_minimum: { check: 'account-weekly-minimum', of: 'channel' },
  site_unreachable: { check: 'site-unreachable', of: 'channel' },
  home_stale: { check: 'home-stale', of: 'channel' },
};
/** Checks that make one problem of an address. */
const LINKS: readonly Category[] = ['broken_link', 'image_missing'];
/** Letters of an address' hash that stand in its place. */
const LINK_LETTERS = 20;

/** What a machine would know a problem by. `check` and `subject` where a run can clear it as well. */
export interface MachinePrint {
  fingerprint: string;
  check?: string;
  subject?: string;
}

/** The print a machine's finding of the same thing has; null where it names the place in a way nobody can type. */
export function machinePrint(
  category: Category,
  { columnId, channelId, url }: { columnId: string | null; channelId: string | null; url: string | null },
): MachinePrint | null {
  const whole = WHOLE[category];
  const subject = whole?.of === 'column' ? columnId : channelId;
  if (whole && subject !== null) return { fingerprint: fingerprintOf(category, subject), check: whole.check, subject };
  if (url !== null && LINKS.includes(category)) return { fingerprint: fingerprintOf(category, sha256(url).slice(0, LINK_LETTERS)) };
  return null;
}
