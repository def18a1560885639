import { check as unfiledCheck } from '../../checks/account-unfiled.ts';
import { accountPlace } from '../../checks/lib/account-words.ts';
import { fingerprintOf } from '../../checks/lib/result.ts';
import type { Actor } from '../../ledger/event.ts';
import type { LedgerEntry } from '../../ledger/reconcile-input.ts';
import type { Db } from '../../store/schema.ts';
import type { AccountMatter, MatterEvent } from '../../subjects/account-matter.ts';
import type { Account } from '../../subjects/channel.ts';
import { appendActs, type Moment, raiseProblem, standingProblems } from './raise-problem.ts';

/** The problem an unfiled account is (seeds R06), the same one that the daily check finds by itself. */
export async function raiseUnfiled(db: Db, account: Account, moment: Moment, by: Actor, reason: string): Promise<string> {
  const { findings } = unfiledCheck.judge({ subject: { account, siblings: [] }, facts: {} }, moment.day, {});
  const [found] = findings;
  if (!found) throw new TypeError('the check of filing found nothing about an unfiled account');
  const { areaId, id: channelId, unitId } = account;
  const { category, place, text, measured, fingerprint, evidence } = found;
  const entry = { areaId, unitId, channelId, category, place, text, measured, foundOn: moment.day, fingerprint };
  return raiseProblem(db, entry, moment, by, { reason, data: { check: unfiledCheck.id, subject: channelId, evidence } });
}

/** 应注销未注销: an account that answers though it was said to be gone (seeds R08). */
export async function raiseAlive(db: Db, account: Account, moment: Moment, by: Actor, reason: string): Promise<string> {
  const { areaId, id: channelId, unitId } = account;
  const category = 'account_not_cancelled';
  const place = accountPlace(account);
  const entry = { areaId, unitId, channelId, category, place, text: '账号报备注销后仍可访问', measured: {}, foundOn: moment.day } as const;
  const data = { evidence: [`register:${channelId}`] };
  return raiseProblem(db, { ...entry, fingerprint: fingerprintOf(category, place.id) }, moment, by, { reason, data });
}

/** Problems that a matter ends: those it names, and with a channel that goes all that stand against it. */
export async function problemsOfMatter(db: Db, { areaId, kind, accountId, problemIds }: AccountMatter): Promise<LedgerEntry[]> {
  if (accountId === null) return [];
  const standing = await standingProblems(db, areaId, accountId);
  const goes = kind === 'close' || kind === 'cancel' || kind === 'found';
  return standing.filter(({ problem }) => goes || problemIds.includes(problem.id));
}

/** 报备: the unit's claim on those problems that were handed over to it. */
export async function claimFixed(db: Db, entries: readonly LedgerEntry[], { day, at, by, note }: MatterEvent): Promise<void> {
  await appendActs(db, entries, ({ problem }) => [
    { act: 'reported_fixed', day, at, by: { role: 'unit', unitId: problem.unitId, name: by.name }, reason: note ?? '账号已办理，报备' },
  ]);
}

/** The office has accepted: what it has seen itself is rechecked and struck off (seeds R07). What the unit disputes is left to the ledger. */
export async function strikeOff(db: Db, entries: readonly LedgerEntry[], { day, at, by }: MatterEvent, reason: string): Promise<void> {
  const office: Actor = { role: 'office', unitId: null, name: by.name };
  const steps = (['confirmed', 'rechecked_fixed', 'closed'] as const).map((act) => ({ act, day, at, by: office, reason }));
  await appendActs(db, entries, () => steps);
}
