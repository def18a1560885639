import { isSettled, MATTER_ACTS, MATTER_KINDS, MATTER_STATES } from '../../core/account-matter.ts';
import { addDays, type CalendarDate } from '../../core/date.ts';
import { holds } from '../../core/lists/holds.ts';
import { isPicture } from '../../ledger/proof.ts';
import { listAreas } from '../../store/areas.ts';
import { listMatterEvents, listMatters, listProofs, type MatterRow, samePicturesElsewhere } from '../../store/filings.ts';
import { listUnits } from '../../store/units.ts';
import type { MatterEvent } from '../../subjects/account-matter.ts';
import { MATTER_ROLES, matterActsFor, rolesToAct } from '../../subjects/matter-table.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { postsOfAccounts } from '../media/published.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { kindName } from '../views/words.ts';
import { matterOf } from './act-on-matter.ts';
import { type Acting, rolesIn, unitsOf } from './acting.ts';

/** What the list of matters is narrowed to besides kind and state. */
export const MATTERS_ONLY = { mine: '等我办理', open: '未办结', overdue: '逾期', recheck: '应复核' } as const;
export interface MattersAsked {
  q?: string | undefined;
  kind?: string | undefined;
  state?: string | undefined;
  only?: keyof typeof MATTERS_ONLY | undefined;
  sort?: keyof typeof SORTS | undefined;
  order?: 'asc' | 'desc' | undefined;
}
type Line = ReturnType<typeof lineOf>;

/** Matters of accounts within the caller's scope that are asked for, those that wait for somebody first; `counts` are of them all. */
export async function viewMatters(app: App, areaId: string, asked: MattersAsked, caller: Acting) {
  const area = await areaOf(app, areaId);
  const day = await todayOf(app, areaId);
  const [rows, names, areas] = await Promise.all([listMatters(app.db, areaId, unitsOf(caller)), unitNames(app, areaId), areaNames(app)]);
  const lines = rows.map((row) => lineOf(row, caller, day, names, areas));
  const count = (is: (line: Line) => boolean): number => lines.filter(is).length;
  const wanted = lines
    .filter((line) => isAsked(line, asked))
    .sort((a, b) => rank(a) - rank(b) || b.since.localeCompare(a.since) || (a.id < b.id ? -1 : 1));
  const by = asked.sort && SORTS[asked.sort];
  const sign = asked.order === 'desc' ? -1 : 1;
  return {
    day,
    area: area.name,
    kinds: Object.entries(MATTER_KINDS).map(([code, name]) => ({ code, name })),
    states: Object.entries(MATTER_STATES).map(([code, name]) => ({ code, name })),
    counts: {
      all: lines.length,
      open: count(ONLY.open),
      mine: count(ONLY.mine),
      overdue: count(ONLY.overdue),
      recheck: count(ONLY.recheck),
    },
    rows: by ? wanted.sort((a, b) => sign * by(a).localeCompare(by(b), 'zh-CN')) : wanted,
  };
}

const rank = ({ settled, waitsForMe, overdue }: Line): number => (settled ? 3 : overdue ? 0 : waitsForMe ? 1 : 2);
const ONLY: Readonly<Record<keyof typeof MATTERS_ONLY, (line: Line) => boolean>> = {
  mine: ({ waitsForMe }) => waitsForMe,
  open: ({ settled }) => !settled,
  overdue: ({ overdue }) => overdue,
  recheck: ({ recheckDue }) => recheckDue,
};
const isAsked = (line: Line, { q, kind, state, only }: MattersAsked): boolean =>
  (!kind || line.kind.code === kind) &&
  (!state || line.state.code === state) &&
  (!only || ONLY[only](line)) &&
  holds(q, line.name, line.unit.name);

/** Orders one can ask for; a matter without a limit comes after those that have one. */
const SORTS = {
  name: ({ name }: Line) => name,
  unit: ({ unit }: Line) => unit.name,
  kind: ({ kind }: Line) => kind.name,
  since: ({ since }: Line) => since,
  due: ({ dueOn, settled }: Line) => (settled ? null : dueOn) ?? '9999',
} as const;

function lineOf(row: MatterRow, caller: Acting, day: CalendarDate, names: Names, areas: Names) {
  const { id, kind, state, subject, unitId, supervisorId, decidingAreaId, accountId, since, dueOn, beganOn } = row;
  const acts = matterActsFor(kind, state, rolesIn(row, caller));
  const settled = isSettled(state);
  const watching = state === 'watching';
  return {
    id,
    kind: { code: kind, name: MATTER_KINDS[kind] },
    state: { code: state, name: MATTER_STATES[state] },
    accountId,
    name: subject.name,
    platform: { code: subject.platform, name: kindName(subject.platform) },
    unit: { id: unitId, name: names.get(unitId) ?? unitId },
    supervisorName: supervisorId === null ? null : (names.get(supervisorId) ?? supervisorId),
    decidedBy: `${areas.get(decidingAreaId) ?? ''}政务公开办`,
    beganOn,
    since,
    dueOn,
    overdue: !settled && !watching && dueOn !== null && dueOn < day,
    /** The grace time of the platform is over: look whether the account is really gone. */
    recheckDue: watching && dueOn !== null && dueOn <= day,
    settled,
    next: settled
      ? null
      : rolesToAct(kind, state)
          .map((role) => MATTER_ROLES[role])
          .join('、'),
    waitsForMe: !settled && acts.some((act) => act !== 'withdrawn') && (!watching || (dueOn !== null && dueOn <= day)),
    acts: acts.map((code) => ({ code, name: MATTER_ACTS[code] })),
  };
}

/** One matter with everything that was done in it, its proofs, and what shows a cancelled account alive. */
export async function viewMatter(app: App, areaId: string, id: string, caller: Acting) {
  await areaOf(app, areaId);
  const matter = await matterOf(app.db, areaId, id, caller);
  const day = await todayOf(app, areaId);
  const [events, proofs, names, areas] = await Promise.all([
    listMatterEvents(app.db, id),
    listProofs(app.db, id),
    unitNames(app, areaId),
    areaNames(app),
  ]);
  // Told to those who check: a unit learns nothing of the accounts of others.
  const checks = caller.role === 'office' || caller.role === 'centre';
  const elsewhere = checks ? await samePicturesElsewhere(app.db, areaId, id) : [];
  const { purpose, person, phone, reason } = matter.subject;
  return {
    ...lineOf(matter, caller, day, names, areas),
    ...{ purpose, person, phone, reason },
    problemIds: [...matter.problemIds],
    events: events.map((event) => eventLine(event)),
    proofs: proofs.map(({ id: proofId, fileName, kind, bytes, blob, addedBy, addedAt }) => ({
      ...{ id: proofId, fileName, bytes, hash: blob, by: addedBy, at: addedAt, picture: isPicture(kind) },
      alsoFor: elsewhere
        .filter((one) => one.proofId === proofId)
        .toSorted((a, b) => b.grade.localeCompare(a.grade) || a.otherName.localeCompare(b.otherName))
        .map(({ grade, otherMatterId, otherProofId, otherName, otherBy, otherAt }) => ({
          ...{ grade, matterId: otherMatterId, proofId: otherProofId, name: otherName, by: otherBy, at: otherAt },
        })),
    })),
    signs: await signsOfLife(app, matter, events, day),
  };
}

function eventLine({ seq, act, at, day, by, note, data }: MatterEvent) {
  const words = [
    data.filingNumber ? `备案号 ${data.filingNumber}` : '',
    data.from ? `自 ${data.from} 起` : '',
    data.dueOn ? (act === 'accepted' ? `${data.dueOn} 起复核` : `${data.dueOn} 前办理`) : '',
    data.post ? `${data.post.date} 发布“${data.post.title}”` : '',
  ];
  return {
    seq,
    act: { code: act, name: MATTER_ACTS[act] },
    at,
    day,
    by: by.name,
    roleName: MATTER_ROLES[by.role],
    note,
    words: words.filter(Boolean).join('，') || null,
    proofIds: [...(data.proofIds ?? [])],
  };
}

const MOST_SIGNS = 5;

/** Posts of an account after the day it was said to be cancelled. */
export async function signsOfLife(
  app: Pick<App, 'db'>,
  { kind, accountId }: Pick<MatterRow, 'kind' | 'accountId'>,
  events: readonly MatterEvent[],
  day: CalendarDate,
): Promise<{ title: string; date: CalendarDate; url: string | null }[]> {
  const gone = events.findLast(({ act }) => act === 'accepted');
  const back = events.findLast(({ act }) => act === 'rechecked_alive');
  if (kind === 'rectify' || accountId === null || !gone || (back && back.seq > gone.seq)) return [];
  const { posts } = await postsOfAccounts(app.db, [accountId], addDays(gone.data.from ?? gone.day, 1), day);
  return posts.slice(-MOST_SIGNS).map(({ title, date, url }) => ({ title, date, url }));
}

type Names = ReadonlyMap<string, string>;

const unitNames = async (app: App, areaId: string): Promise<Names> =>
  new Map((await listUnits(app.db, areaId)).map((unit) => [unit.id, printedUnitName(unit)]));
const areaNames = async (app: App): Promise<Names> => new Map((await listAreas(app.db)).map(({ id, name }) => [id, name]));
