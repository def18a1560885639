import type { SavedAccount } from '../../../extract/accounts/saved-page.ts';
import { type Account, PLATFORM_NAMES } from '../../../subjects/channel.ts';
import type { Unit } from '../../../subjects/unit.ts';
import { nearest } from '../settle/near-names.ts';
import { nameKey } from '../words/fold.ts';

/** Which registered account a page is of; otherwise the question a person should answer. */
export type AccountAnswer = { account: Account } | { question: string };

/** What accounts are found by: marks learned from earlier pages, their names, and the names of their units. */
export interface AccountBook {
  accounts: readonly Account[];
  units: ReadonlyMap<string, Unit>;
  keys: ReadonlyMap<string, string>;
}

/**
 * Finds the account a page names: by its marks first (they outlive a new name), then by its name on the platform, then by the
 * unit the platform verified where that unit has just one account there. Accounts are never made here.
 */
export function accountOfPage(
  { platform, name, keys, verified }: SavedAccount,
  { accounts, units, keys: known }: AccountBook,
): AccountAnswer {
  const marked = new Set(keys.flatMap((key) => known.get(key) ?? []));
  const byMark = accounts.filter((account) => marked.has(account.id));
  if (byMark.length === 1) return { account: byMark[0] as Account };
  const there = accounts.filter((account) => account.platform === platform);
  const byName = name === null ? [] : there.filter((account) => nameKey(account.name) === nameKey(name));
  if (byName.length === 1) return { account: byName[0] as Account };
  const body = verified === null || name !== null ? null : nameKey(verified);
  const byUnit = body === null ? [] : there.filter((account) => namesOf(units.get(account.unitId)).some((each) => nameKey(each) === body));
  if (byUnit.length === 1) return { account: byUnit[0] as Account };
  return { question: question({ platform, name, keys, verified }, byName.length > 1 ? byName : byMark, there) };
}

const namesOf = (unit: Unit | undefined): string[] => (unit ? [unit.name, ...unit.aliases, ...unit.namePlates] : []);

function question({ platform, name, keys, verified }: SavedAccount, several: readonly Account[], there: readonly Account[]): string {
  const called = name ?? verified ?? keys[0];
  if (called === undefined) return `页面没有写明是哪个${PLATFORM_NAMES[platform]}账号`;
  if (several.length > 1) return `${PLATFORM_NAMES[platform]}“${called}”对应几个登记的账号，请先核对底册`;
  const near = nearest(called, [...new Set(there.map((account) => account.name))]).slice(0, 3);
  return `${PLATFORM_NAMES[platform]}“${called}”没有登记${near.length > 0 ? `，是不是：${near.join('、')}？` : '，'}请先在“新媒体账号”表里登记或改正名称，再导入这些网页`;
}
