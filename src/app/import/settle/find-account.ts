import { type Account, PLATFORM_NAMES } from '../../../subjects/channel.ts';
import type { PostDraft } from '../sheets/draft.ts';
import { nameKey } from '../words/fold.ts';
import type { SettleContext } from './context.ts';
import { nearest } from './near-names.ts';

/** How a row names an account. */
type Named = Pick<PostDraft, 'place' | 'account' | 'platform'>;

/** Finds the one account a row means; otherwise a fault with the candidates, and null. Accounts are never made here. */
export function findAccount(
  all: readonly Account[],
  { index, remarks }: SettleContext,
): (draft: Named, unitId: string | undefined) => Account | null {
  const byName = new Map<string, Account[]>();
  for (const account of all) byName.set(nameKey(account.name), [...(byName.get(nameKey(account.name)) ?? []), account]);
  return (draft, unitId) => {
    const found = (byName.get(nameKey(draft.account)) ?? []).filter(
      (account) =>
        (draft.platform === undefined || account.platform === draft.platform) && (unitId === undefined || account.unitId === unitId),
    );
    if (found.length === 1) return found[0] as Account;
    const say = (account: Account): string => `${account.name}（${PLATFORM_NAMES[account.platform]}，${index.nameOf(account.unitId)}）`;
    const near = remarks.isFull ? [] : nearest(draft.account, [...new Set(all.map((account) => account.name))]);
    const candidates = found.length > 0 ? found : all.filter((account) => near.includes(account.name));
    const list = candidates.slice(0, 5).map(say).join('、');
    const message =
      found.length > 1
        ? `对应几个账号：${list}，请填“平台”或“主办单位”加以区分`
        : `没有登记这个账号。${list ? `是不是：${list}？请改成登记的名称和平台；` : ''}确是新账号的，先在“新媒体账号”表里补一行`;
    remarks.fault({ ...draft.place, field: draft.place.field ?? '账号名称', value: draft.account, message });
    return null;
  };
}
