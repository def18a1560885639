import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { putPurpose } from '../../store/account-profiles.ts';
import { listAccounts, upsertAccounts } from '../../store/accounts.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import type { AccountMatter, MatterEvent } from '../../subjects/account-matter.ts';
import { type Account, accountId, PLATFORM_NAMES, stateOn } from '../../subjects/channel.ts';
import { withState } from '../../subjects/filing.ts';

/** The account of a matter. @throws not-found. */
export async function accountOf(db: Db, areaId: string, id: string | null): Promise<Account> {
  const account = (await listAccounts(db, areaId)).find((one) => one.id === id);
  if (account) return account;
  throw new MingchaError('not-found', '底册中没有这个账号。', '请刷新后重新选择。');
}

/** One name on one platform is one account (seeds R03). @throws conflict naming who has it. */
export async function requireFree(
  db: Db,
  areaId: string,
  { platform, name }: Pick<Account, 'platform' | 'name'>,
  but: string | null = null,
) {
  const holder = (await listAccounts(db, areaId)).find(
    (one) => one.platform === platform && one.name === name && one.id !== but && one.states.at(-1)?.state !== 'cancelled',
  );
  if (holder)
    throw new MingchaError('conflict', `${PLATFORM_NAMES[platform]}“${name}”已经登记在底册中。`, '请在已有账号上办理变更、关停或注销。');
}

/** A new account of a unit as a matter asks for it, in no state of its own yet. */
export async function accountAsked(db: Db, matter: AccountMatter): Promise<Account> {
  const { areaId, unitId, supervisorId, subject, beganOn } = matter;
  const [units, accounts] = await Promise.all([listUnits(db, areaId), listAccounts(db, areaId)]);
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) throw new MingchaError('not-found', '底册中没有这个单位。', '请刷新后重新选择。');
  const id = accountId(areaId, subject.platform, subject.name, unit.name);
  const before = accounts.find((one) => one.id === id);
  const blank: Account = {
    ...{ type: 'account', id, areaId, unitId, supervisingUnitId: supervisorId, platform: subject.platform, name: subject.name },
    ...{ level: unit.group, filing: 'unknown', filedOn: null, filingNumber: null, states: [], adapter: 'sheet', feedUrl: null },
  };
  // A cancelled account of the same name comes back under its own id, its earlier life with it.
  return { ...blank, states: [...(before?.states ?? []), { state: 'requested', from: beganOn }] };
}

/**
 * What an act means for the account in the register; null where it means nothing. An account comes into being with its filing
 * and runs only from its opening on (seeds R05).
 */
export async function accountAfter(db: Db, matter: AccountMatter, event: MatterEvent): Promise<Account | null> {
  const { areaId, kind } = matter;
  const { act, day, data } = event;
  const from = data.from ?? day;
  const filed = { filing: 'filed', filedOn: day, filingNumber: data.filingNumber?.trim() ?? null } as const;
  const known = (): Promise<Account> => accountOf(db, areaId, matter.accountId);
  if (act === 'granted') {
    if (filed.filingNumber !== null) await requireNumberFree(db, areaId, filed.filingNumber, matter.accountId);
    if (kind === 'open') return { ...(await accountAsked(db, matter)), ...filed };
    if (kind === 'found') return { ...(await known()), ...filed };
    if (kind === 'change') return { ...(await known()), name: matter.subject.name };
  }
  if (act === 'opened') return withState(await known(), 'in_operation', from);
  if (act === 'withdrawn' && (kind === 'close' || kind === 'cancel')) return asBefore(await known(), matter, day);
  const closing = kind === 'close' || kind === 'cancel' || kind === 'found';
  if (!closing) return null;
  if (act === 'accepted') return withState(await known(), kind === 'cancel' ? 'cancelled' : 'closed', from);
  if (!['granted', 'ordered', 'chose_closing', 'refused', 'rechecked_alive'].includes(act) || (act === 'refused' && kind !== 'found'))
    return null;
  const account = await known();
  return stateOn(account.states, day) === 'closing' ? null : withState(account, 'closing', day);
}

/** The account goes on as it was where this matter had set it to be closed; it was never closed, so nothing about its filing is asked. */
function asBefore(account: Account, { beganOn }: AccountMatter, day: CalendarDate): Account | null {
  const [before, last] = account.states.slice(-2);
  if (!before || last?.state !== 'closing' || last.from < beganOn) return null;
  return { ...account, states: [...account.states, { state: before.state, from: day }] };
}

async function requireNumberFree(db: Db, areaId: string, number: string, but: string | null): Promise<void> {
  const holder = (await listAccounts(db, areaId)).find((one) => one.filingNumber === number && one.id !== but);
  if (holder) throw new MingchaError('conflict', `备案号 ${number} 已经给了“${holder.name}”。`, '请核对备案号。');
}

/** Writes the account as it is now, with what it is for and who answers for it where the matter says so. */
export async function keepAccount(db: Db, account: Account, { subject }: AccountMatter, { act }: MatterEvent): Promise<void> {
  await upsertAccounts(db, [account]);
  if (act !== 'granted' && act !== 'found') return;
  const { purpose, person, phone } = subject;
  if (purpose ?? person ?? phone) await putPurpose(db, { areaId: account.areaId, accountId: account.id }, { purpose, person, phone });
}
