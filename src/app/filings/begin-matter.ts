import type { MatterAct, MatterKind } from '../../core/account-matter.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { findArea } from '../../store/areas.ts';
import { insertMatter, openMattersOf } from '../../store/filings.ts';
import type { Db } from '../../store/schema.ts';
import { listUnits } from '../../store/units.ts';
import { type AccountMatter, applyToMatter, type MatterSubject, standingOf } from '../../subjects/account-matter.ts';
import { type Account, PLATFORMS, type Platform, stateOn } from '../../subjects/channel.ts';
import { reviewersOf } from '../../subjects/filing.ts';
import { tellOfMatter } from '../messages/tell-matter.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { type Acting, rolesIn } from './acting.ts';
import { accountAfter, accountAsked, accountOf, keepAccount, requireFree } from './change-account.ts';
import { dueAfter } from './due-after.ts';
import { raiseUnfiled } from './matter-ledger.ts';

/** What is asked for or was found, as people type it. */
export interface Asked extends Omit<MatterSubject, 'platform'> {
  platform: string;
}

/** 开设备案: a unit asks before it opens an account. Answers the id of the matter. @throws conflict for a name that is taken. */
export async function askOpening(app: App, areaId: string, unitId: string, asked: Asked, caller: Acting): Promise<string> {
  const subject = subjectOf(asked);
  return app.db.transaction().execute(async (trx) => {
    await requireFree(trx, areaId, subject);
    return begin({ ...app, db: trx }, { areaId, kind: 'open', unitId, account: null, subject }, 'asked', caller);
  });
}

/**
 * An account found in the wild (私自开设; seeds R06): on file as 未备案, outside every base, with its problem; the unit files or
 * closes it.
 */
export async function recordFound(app: App, areaId: string, unitId: string, asked: Asked, caller: Acting): Promise<string> {
  const subject = subjectOf(asked);
  return app.db.transaction().execute(async (trx) => {
    await requireFree(trx, areaId, subject);
    return begin({ ...app, db: trx }, { areaId, kind: 'found', unitId, account: null, subject }, 'found', caller);
  });
}

/** What may be asked for, or ordered, about an account that is on file. */
export interface AboutAccount {
  kind: Exclude<MatterKind, 'open' | 'found'>;
  accountId: string;
  /** 变更: the new name; else the account keeps its own. */
  name: string | null;
  purpose: string | null;
  person: string | null;
  phone: string | null;
  reason: string;
  /** 整改: problems of the ledger that it is about. */
  problemIds: readonly string[];
}

/** 变更、关停、注销、整改: asked for by the unit, or ordered by the office. */
export async function beginAboutAccount(app: App, areaId: string, asked: AboutAccount, caller: Acting): Promise<string> {
  const { kind, reason, problemIds, purpose, person, phone } = asked;
  return app.db.transaction().execute(async (trx) => {
    const account = await accountOf(trx, areaId, asked.accountId);
    if (caller.role === 'unit' && !caller.scope.units?.includes(account.unitId)) throw notYours();
    const name = kind === 'change' ? (asked.name?.trim() ?? account.name) : account.name;
    if (name !== account.name) await requireFree(trx, areaId, { platform: account.platform, name }, account.id);
    const [open] = await openMattersOf(trx, areaId, account.id);
    if (open) throw new MingchaError('conflict', `“${account.name}”已有一件事项在办理。`, '请先办结，或在那件事项上办理。');
    const subject = { platform: account.platform, name, purpose, person, phone, reason };
    const act = caller.role === 'unit' ? 'asked' : 'ordered';
    return begin({ ...app, db: trx }, { areaId, kind, unitId: account.unitId, account, subject, problemIds }, act, caller);
  });
}

async function begin(
  app: App,
  asked: {
    areaId: string;
    kind: MatterKind;
    unitId: string;
    account: Account | null;
    subject: MatterSubject;
    problemIds?: readonly string[];
  },
  act: MatterAct,
  caller: Acting,
): Promise<string> {
  const { areaId, kind, unitId, account, subject } = asked;
  const [day, at] = [await todayOf(app, areaId), app.now()];
  const id = stableId('matter', areaId, kind, unitId, subject.platform, subject.name, at);
  const levels = await levelsOf(app.db, areaId, unitId, account);
  const matter: AccountMatter = {
    ...{ areaId, id, kind, unitId, ...levels, accountId: account?.id ?? null, subject },
    ...{ problemIds: asked.problemIds ?? [], beganOn: day },
  };
  const by = { roles: rolesIn(matter, caller), unitId: caller.unitId, name: caller.name };
  const dueOn = await dueAfter(app, areaId, kind, act, day, {});
  const event = applyToMatter(matter, [], { act, at, day, by, note: subject.reason, data: dueOn === null ? {} : { dueOn } });
  const found = act === 'found' ? await foundAccount(app.db, matter) : null;
  const problemIds = found
    ? [
        await raiseUnfiled(
          app.db,
          found,
          { day, at },
          { role: event.by.role === 'centre' ? 'centre' : 'office', unitId: null, name: caller.name },
          subject.reason ?? '',
        ),
      ]
    : matter.problemIds;
  const whole = { ...matter, accountId: found?.id ?? matter.accountId, problemIds };
  const standing = standingOf(matter, [event]);
  if (!standing) throw new TypeError('a matter with an event stands somewhere');
  const after = found ?? (whole.accountId === null ? null : await accountAfter(app.db, whole, event));
  if (after) await keepAccount(app.db, after, whole, event);
  await insertMatter(app.db, whole, event, standing);
  await tellOfMatter(app.db, whole, event, standing);
  return id;
}

/** It runs, that is how it was found; being unfiled it is in no base. */
async function foundAccount(db: Db, matter: AccountMatter): Promise<Account> {
  const account = await accountAsked(db, matter);
  const states = [...account.states.slice(0, -1), { state: 'in_operation' as const, from: matter.beganOn }];
  return { ...account, filing: 'unfiled', states };
}

async function levelsOf(db: Db, areaId: string, unitId: string, account: Account | null) {
  const [area, units] = [await findArea(db, areaId), await listUnits(db, areaId)];
  const unit = units.find(({ id }) => id === unitId);
  if (!area || !unit) throw new MingchaError('not-found', '底册中没有这个单位。', '请刷新后重新选择。');
  if (account && stateOn(account.states, '9999-12-31') === 'cancelled')
    throw new MingchaError('refused', `“${account.name}”已经注销。`, '账号又恢复的，请在原注销事项上登记复核结果。');
  return reviewersOf(unit, account?.supervisingUnitId ?? null, area);
}

function subjectOf({ platform, name, ...rest }: Asked): MatterSubject {
  if (!(PLATFORMS as readonly string[]).includes(platform))
    throw new MingchaError('bad-input', `没有“${platform}”这个平台。`, '请从列表中选择平台。');
  return { platform: platform as Platform, name: name.trim(), ...rest };
}

const notYours = (): MingchaError => new MingchaError('not-found', '底册中没有这个账号。', '请从“政务新媒体”页面选择本单位的账号。');
