import { describe, expect, it } from 'vitest';
import { check } from '../../checks/account-low-output.ts';
import { optionsFor } from '../../sheets/resolve.ts';
import { rulesFor } from './rules.ts';

const SET = { minimumPosts: 8, minimumOriginalPercent: 25 };
const own = { check: check.id, subjectId: 'account', options: { minimumPosts: 2 } };

/** The limits an account is looked at by, unset ones from the check itself. */
async function limits(profile: string, lowOutput: typeof SET | null, overrides: readonly (typeof own)[] = []) {
  const { sheet } = await rulesFor({ profile, sheet: { confirmed: [], overrides: [...overrides] }, lowOutput }, '2022-12-31');
  const { minimumPosts, minimumOriginalShare } = check.options.parse(optionsFor(sheet, check, { unitId: 'u', subjectId: 'account' }));
  return [minimumPosts, minimumOriginalShare];
}

describe('M13: below which an account is named as weak', () => {
  it.each([
    ['the sheet where the area has set nothing', limits('langxi', null), [4, 0.1]],
    ['the area', limits('langxi', SET), [8, 0.25]],
    ['no share at all', limits('langxi', { minimumPosts: 1, minimumOriginalPercent: 0 }), [1, 0]],
    ['one account before the area', limits('langxi', SET, [own]), [2, 0.25]],
  ])('is said by %s', async (_, found, expected) => {
    expect(await found).toEqual(expected);
  });
});
