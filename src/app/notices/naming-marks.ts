import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import { figureMap, plainText } from '../../notice/outline.ts';
import { faultParagraph } from '../../notice/parts/disclosure-faults.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { DISCLOSURE_FAULTS, type DisclosureFault, type DisclosureFaultRow } from '../../notice/snapshot-disclosure.ts';
import { insertMark, liftMark, listMarks } from '../../store/naming-marks.ts';
import { listNotices } from '../../store/notices.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import type { Names } from './snapshot-rows.ts';

/** 待点名单位 of an area with who marked them when and why; those named or let off last (seeds N04). */
export async function viewMarks(app: App, areaId: string) {
  await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const titles = new Map((await listNotices(app.db, areaId)).map(({ id, title }) => [id, title]));
  const rows = (await listMarks(app.db, areaId)).map((mark) => ({
    id: mark.id,
    unit: units.find(({ id }) => id === mark.unitId)?.name ?? mark.unitId,
    fault: { code: mark.fault, name: DISCLOSURE_FAULTS[mark.fault] },
    reason: mark.reason,
    markedOn: mark.markedOn,
    markedBy: mark.markedBy,
    namedIn: mark.namedIn === null ? null : { noticeId: mark.namedIn, title: titles.get(mark.namedIn) ?? '' },
    lifted: mark.liftedAt === null ? null : { at: mark.liftedAt, by: mark.liftedBy ?? '', reason: mark.liftedReason ?? '' },
  }));
  const isOpen = (row: (typeof rows)[number]): boolean => row.namedIn === null && row.lifted === null;
  return {
    faults: Object.entries(DISCLOSURE_FAULTS).map(([code, name]) => ({ code, name })),
    units: units.filter(({ activeTo }) => activeTo === null).map(({ id, name }) => ({ id, name })),
    rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row)).reverse()],
  };
}

/** Marks a unit to be named in the next notice. Throws 'not-found' for a unit the area lacks, 'conflict' for the same mark again. */
export async function markUnit(app: App, areaId: string, mark: { unitId: string; fault: DisclosureFault; reason: string; by: string }) {
  await areaOf(app, areaId);
  const { unitId, fault, reason, by } = mark;
  if (!(await listUnits(app.db, areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  const markedOn: CalendarDate = await todayOf(app, areaId);
  const id = stableId('mark', areaId, unitId, fault, reason, markedOn);
  const row = { areaId, id, unitId, fault, reason, markedOn, markedBy: by, markedAt: app.now() };
  if (!(await insertMark(app.db, row)))
    throw new MingchaError('conflict', '这个单位今天已按同一事由列入。', '如另有事由，请写明不同的事由。');
  return viewMarks(app, areaId);
}

/** Takes a unit off the list without naming it. Throws 'not-found' when it is not on it. */
export async function liftNamingMark(app: App, areaId: string, lift: { markId: string; reason: string; by: string }) {
  const done = await liftMark(app.db, areaId, lift.markId, { at: app.now(), name: lift.by, reason: lift.reason });
  if (!done) throw new MingchaError('not-found', '这个单位不在待点名单位里，可能已被点名或撤下。', '请刷新页面。');
  return viewMarks(app, areaId);
}

/** Marks a draft begins with: the open ones, and for a correction those its predecessor named. */
export async function markedUnits(app: App, areaId: string, names: Names, corrects: string | null): Promise<DisclosureFaultRow[]> {
  return (await listMarks(app.db, areaId))
    .filter(({ namedIn, liftedAt }) => liftedAt === null && (namedIn === null || namedIn === corrects))
    .map(({ id, unitId, fault, reason, markedOn }) => ({ id, unit: names.unit(unitId).unit, fault, reason, markedOn }));
}

/**
 * Nobody is named who was let off since the draft was made, or whom another notice has named already; a correction names
 * again whom its predecessor did. Throws 'refused' naming the units.
 */
export async function requireMarksStand(app: App, areaId: string, named: readonly string[], corrects: string | null): Promise<void> {
  const fallen = (await listMarks(app.db, areaId)).filter(
    ({ id, namedIn, liftedAt }) => named.includes(id) && (liftedAt !== null || (namedIn !== null && namedIn !== corrects)),
  );
  if (fallen.length === 0) return;
  const units = await listUnits(app.db, areaId);
  const faults = fallen.map(({ unitId, fault, namedIn }) => ({
    field: faultParagraph(fault),
    message: `${units.find(({ id }) => id === unitId)?.name ?? unitId}${namedIn === null ? '已撤下，不再点名' : '已在另一份通报中点名'}`,
  }));
  throw new MingchaError('refused', `有 ${fallen.length} 处点名已不成立，不能印发。`, '请在正文中删去这些单位，或重新起草后再印发。', {
    faults,
  });
}

/** Marks a document really names: the office may have taken the paragraph or a name out of it. */
export function marksNamed(document: NoticeDocument, snapshot: Pick<Snapshot, 'disclosure'>): string[] {
  const figures = figureMap(document);
  const words = new Map(document.body.map(({ id, runs }) => [id, plainText(runs, figures)]));
  return (snapshot.disclosure?.faults ?? [])
    .filter(({ fault, unit }) => words.get(faultParagraph(fault))?.includes(unit))
    .map(({ id }) => id);
}
