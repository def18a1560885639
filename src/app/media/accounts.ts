import { ACCOUNT_FUNCTIONS, type AccountFunction, MATTER_KINDS, MATTER_STATES } from '../../core/account-matter.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { passRate } from '../../sheets/pass-rate.ts';
import { listProfiles, putFunctions, putPurpose } from '../../store/account-profiles.ts';
import { listAccounts, upsertAccounts } from '../../store/accounts.ts';
import { listMatters } from '../../store/filings.ts';
import { listVerdicts } from '../../store/periods.ts';
import { readRegister } from '../../store/register.ts';
import { type Account, CHANNEL_STATE_NAMES, inBaseOn, PLATFORM_NAMES, stateOn } from '../../subjects/channel.ts';
import { isUnfiled, withState } from '../../subjects/filing.ts';
import { activeOn, printedUnitName } from '../../subjects/unit.ts';
import { type Acting, unitsOf } from '../filings/acting.ts';
import type { App } from '../open.ts';
import { areaOf, choosePeriod, todayOf } from '../views/area-of.ts';
import { kindName } from '../views/words.ts';

const RATE_DECIMALS = 2;

/**
 * Accounts of an area within the caller's scope: filing, state, who answers, what each offers (seeds R05, R06, R17). The pass
 * rate of the newest period stands on accounts in operation and on file; unfiled ones are listed beside it.
 */
export async function viewAccounts(app: App, areaId: string, caller: Acting) {
  await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const scope = unitsOf(caller);
  const within = (unitId: string): boolean => scope === null || scope.includes(unitId);
  const [{ accounts, units }, profiles, matters, period] = await Promise.all([
    readRegister(app.db, areaId),
    listProfiles(app.db, areaId),
    listMatters(app.db, areaId, scope),
    choosePeriod(app, areaId, undefined),
  ]);
  const verdicts = period ? await listVerdicts(app.db, areaId, period.id) : [];
  const names = new Map(units.map((unit) => [unit.id, printedUnitName(unit)]));
  const known = new Map(profiles.map((profile) => [profile.accountId, profile]));
  const open = new Map(matters.filter(({ state }) => !['done', 'refused', 'withdrawn'].includes(state)).map((row) => [row.accountId, row]));
  const results = new Map(verdicts.map((row) => [row.channelId, row]));
  const mine = accounts.filter(({ unitId }) => within(unitId));
  const rows = mine.map((account) => {
    const profile = known.get(account.id);
    const matter = open.get(account.id);
    const state = standOf(account, day);
    const result = results.get(account.id);
    return {
      id: account.id,
      name: account.name,
      platform: { code: account.platform, name: kindName(account.platform) },
      unit: { id: account.unitId, name: names.get(account.unitId) ?? account.unitId },
      level: account.level,
      state,
      inBase: inBaseOn(account, day),
      filedOn: account.filedOn,
      filingNumber: account.filingNumber,
      purpose: profile?.purpose ?? null,
      person: profile?.person ?? null,
      phone: profile?.phone ?? null,
      /** null: nobody has recorded them, which is not "none". */
      functions: profile?.functions ?? null,
      functionsOn: profile?.functionsOn ?? null,
      matter: matter ? { id: matter.id, name: MATTER_KINDS[matter.kind], stateName: MATTER_STATES[matter.state] } : null,
      verdict: result ? result.verdict : null,
    };
  });
  const inBase = mine.flatMap(({ id }) => {
    const result = results.get(id);
    return result?.inBase ? [result] : [];
  });
  const passing = inBase.filter(({ verdict }) => verdict === 'pass' || verdict === 'no_problem').length;
  const undecided = inBase.filter(({ verdict }) => verdict === 'undecided').length;
  return {
    day,
    period: period && { id: period.id, label: period.label },
    rate: { base: inBase.length, passing, percent: passRate(inBase.length, passing, RATE_DECIMALS, undecided) },
    platforms: Object.entries(PLATFORM_NAMES).map(([code, name]) => ({ code, name })),
    functions: Object.entries(ACCOUNT_FUNCTIONS).map(([code, name]) => ({ code, name })),
    units: units.filter((unit) => activeOn(unit, day) && within(unit.id)).map((unit) => ({ id: unit.id, name: printedUnitName(unit) })),
    rows,
  };
}

/** 未备案 is a state of its own, whatever else is known of the account. */
function standOf(account: Account, day: CalendarDate): { code: string; name: string } {
  if (isUnfiled(account, day)) return { code: 'unfiled', name: '未备案' };
  const state = stateOn(account.states, day);
  return state === null ? { code: 'unknown', name: '未登记' } : { code: state, name: CHANNEL_STATE_NAMES[state] };
}

/** An account within the caller's scope. @throws not-found. */
export async function accountWithin(app: Pick<App, 'db'>, areaId: string, accountId: string, caller: Acting): Promise<Account> {
  const account = (await listAccounts(app.db, areaId)).find(({ id }) => id === accountId);
  const scope = unitsOf(caller);
  if (account && (scope === null || scope.includes(account.unitId))) return account;
  throw new MingchaError('not-found', '底册中没有这个账号。', '请刷新后重新选择。');
}

/** 账号功能: what somebody saw an account offer today (seeds R17). */
export async function recordFunctions(app: App, areaId: string, accountId: string, functions: AccountFunction[], caller: Acting) {
  await accountWithin(app, areaId, accountId, caller);
  const seen = { functions: [...new Set(functions)], functionsOn: await todayOf(app, areaId), functionsBy: caller.name };
  await putFunctions(app.db, { areaId, accountId }, seen);
}

/** Who answers for an account and what it is for. */
export async function recordPurpose(
  app: App,
  areaId: string,
  accountId: string,
  words: { purpose: string | null; person: string | null; phone: string | null },
  caller: Acting,
) {
  await accountWithin(app, areaId, accountId, caller);
  await putPurpose(app.db, { areaId, accountId }, words);
}

/** 停运 and 恢复运行. @throws refused for an account that is not on file: it cannot be set in operation (seeds R05). */
export async function setAccountState(
  app: App,
  areaId: string,
  accountId: string,
  { state, from }: { state: 'in_operation' | 'suspended'; from: CalendarDate },
  caller: Acting,
) {
  const account = await accountWithin(app, areaId, accountId, caller);
  const day = await todayOf(app, areaId);
  if (from > day) throw new MingchaError('refused', `日期 ${from} 还没有到。`, '请在当天或以后登记。');
  const now = stateOn(account.states, from);
  if (now === 'closed' || now === 'cancelled' || now === 'closing')
    throw new MingchaError(
      'refused',
      `“${account.name}”${CHANNEL_STATE_NAMES[now]}，不能改为${CHANNEL_STATE_NAMES[state]}。`,
      '请重新办理开设备案。',
    );
  await upsertAccounts(app.db, [withState(account, state, from)]);
}
