import type { MatterAct } from '../../core/account-matter.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import type { Actor } from '../../ledger/event.ts';
import { findArea } from '../../store/areas.ts';
import { appendMatterEvent, findMatter, listMatterEvents, listProofs, type MatterRow } from '../../store/filings.ts';
import type { Db } from '../../store/schema.ts';
import {
  type AccountMatter,
  applyToMatter,
  type MatterActData,
  type MatterDraft,
  type MatterEvent,
  type MatterSubject,
  standingOf,
} from '../../subjects/account-matter.ts';
import { tellOfMatter } from '../messages/tell-matter.ts';
import type { App } from '../open.ts';
import { todayOf } from '../views/area-of.ts';
import { type Acting, rolesIn, unitsOf } from './acting.ts';
import { accountAfter, accountOf, keepAccount, requireFree } from './change-account.ts';
import { dueAfter } from './due-after.ts';
import { claimFixed, problemsOfMatter, raiseAlive, strikeOff } from './matter-ledger.ts';

/** What somebody does in a matter. */
export interface MatterDeed {
  act: MatterAct;
  note: string | null;
  filingNumber?: string;
  /** Day from which the account runs, is closed or cancelled. */
  from?: CalendarDate;
  /** Recheck not before this day. */
  recheckOn?: CalendarDate;
  proofIds?: readonly string[];
  /** 补正. */
  subject?: Omit<MatterSubject, 'platform'>;
  post?: { title: string; date: CalendarDate };
}

/** A matter within the caller's scope. @throws not-found. */
export async function matterOf(db: Db, areaId: string, id: string, caller: Pick<Acting, 'scope'>): Promise<MatterRow> {
  const matter = await findMatter(db, areaId, id, unitsOf(caller));
  if (matter) return matter;
  throw new MingchaError('not-found', '没有这件账号事项。', '请从“备案与关停”列表中选择。');
}

/**
 * One act in a matter with all it means: the account's state, the problems of the ledger, the day that is set. All or nothing.
 * @throws refused, not-found, conflict with the next step.
 */
export async function actOnMatter(app: App, areaId: string, id: string, deed: MatterDeed, caller: Acting): Promise<void> {
  await app.db.transaction().execute(async (trx) => {
    const matter = await matterOf(trx, areaId, id, caller);
    await requireLevel(trx, matter, deed.act, caller);
    await carryOut({ ...app, db: trx }, matter, deed, { roles: rolesIn(matter, caller), unitId: caller.unitId, name: caller.name });
  });
}

/** The act itself, in the transaction of `app.db`. */
export async function carryOut(app: App, before: MatterRow, deed: MatterDeed, by: MatterDraft['by']): Promise<void> {
  const { areaId, id } = before;
  const { act, note } = deed;
  const [day, at] = [await todayOf(app, areaId), app.now()];
  const events = await listMatterEvents(app.db, id);
  const { state: _state, since: _since, dueOn: _dueOn, ...held } = before;
  const matter: AccountMatter = deed.subject ? { ...held, subject: await amended(app.db, held, deed.subject) } : held;
  const data = await dataOf(app, matter, deed, day);
  const event = applyToMatter(matter, events, { act, at, day, by, note, data });
  const standing = standingOf(matter, [...events, event]);
  if (!standing) throw new TypeError('a matter with events stands somewhere');
  const account = await accountAfter(app.db, matter, event);
  const problemIds = await settleLedger(app.db, matter, event);
  const after = { ...matter, accountId: account?.id ?? matter.accountId, problemIds };
  if (account) await keepAccount(app.db, account, after, event);
  await appendMatterEvent(app.db, after, event, standing);
  await tellOfMatter(app.db, after, event, standing);
}

/** 分级备案: the office of the level that decides, and no other, also not the one above it. */
async function requireLevel(db: Db, { state, decidingAreaId }: MatterRow, act: MatterAct, { role, areaId }: Acting): Promise<void> {
  const decides = state === 'with_office' && (act === 'granted' || act === 'refused' || act === 'returned');
  if (!decides || role !== 'office' || areaId === null || areaId === decidingAreaId) return;
  const area = await findArea(db, decidingAreaId);
  throw new MingchaError('not-allowed', `这个账号由${area?.name ?? '上一级'}政务公开办审核备案。`, '分级备案：请由该级办公室办理。');
}

async function amended(
  db: Db,
  { areaId, accountId, subject }: AccountMatter,
  words: Omit<MatterSubject, 'platform'>,
): Promise<MatterSubject> {
  const next = { ...words, name: words.name.trim(), platform: subject.platform };
  if (next.name !== subject.name) await requireFree(db, areaId, next, accountId);
  return next;
}

async function dataOf(app: App, matter: AccountMatter, deed: MatterDeed, day: CalendarDate): Promise<MatterActData> {
  const { areaId, kind, subject } = matter;
  const { filingNumber, from, recheckOn, post } = deed;
  const proofIds = deed.proofIds && deed.proofIds.length > 0 ? await knownProofs(app.db, matter.id, deed.proofIds) : undefined;
  const set = { ...(from ? { from } : {}), ...(recheckOn ? { dueOn: recheckOn } : {}) };
  const dueOn = await dueAfter(app, areaId, kind, deed.act, day, { ...set, platform: subject.platform });
  return {
    ...(filingNumber ? { filingNumber } : {}),
    ...(from ? { from } : {}),
    ...(proofIds ? { proofIds } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(deed.subject ? { subject } : {}),
    ...(post ? { post } : {}),
  };
}

async function knownProofs(db: Db, matterId: string, ids: readonly string[]): Promise<readonly string[]> {
  const held = new Set((await listProofs(db, matterId)).map(({ id }) => id));
  if (ids.every((id) => held.has(id))) return ids;
  throw new MingchaError('not-found', '有证明文件没有上传成功。', '请重新上传后再报备。');
}

/** What an act means for the problems; answers those the matter is about now. */
async function settleLedger(db: Db, matter: AccountMatter, event: MatterEvent): Promise<readonly string[]> {
  const { kind, accountId, problemIds } = matter;
  const { act, day, at, note } = event;
  if (accountId === null) return problemIds;
  const all = (more: readonly string[]): string[] => [...new Set([...problemIds, ...more])];
  if (act === 'rechecked_alive') {
    const role = event.by.role === 'machine' || event.by.role === 'centre' ? event.by.role : 'office';
    const by: Actor = { role, unitId: null, name: event.by.name };
    return all([await raiseAlive(db, await accountOf(db, matter.areaId, accountId), { day, at }, by, note ?? '')]);
  }
  const files = kind === 'found' && act === 'granted';
  if (act !== 'reported' && act !== 'accepted' && !files) return problemIds;
  const entries = await problemsOfMatter(db, matter);
  // Filing an account mends nothing but that it was unfiled.
  const ended = files ? entries.filter(({ problem }) => problem.category === 'account_unfiled') : entries;
  if (act === 'reported') await claimFixed(db, ended, event);
  else await strikeOff(db, ended, event, files ? `已备案，备案号 ${event.data.filingNumber}` : '报备已接受');
  return all(ended.map(({ problem }) => problem.id));
}
