import { MingchaError } from '../../core/error.ts';
import { parsePeriod } from '../../core/period.ts';
import type { NoticeNaming } from '../../ledger/assessment/notice-entries.ts';
import { DISCLOSURE_FAULTS } from '../../notice/snapshot-disclosure.ts';
import { listMarks } from '../../store/naming-marks.ts';
import { findNotice, listNotices, type Notice } from '../../store/notices.ts';
import { printedUnitName, type Unit } from '../../subjects/unit.ts';
import { workingDraft } from '../notices/working-draft.ts';
import type { App } from '../open.ts';

/** Notices of a year that are in force, by the year of their period, the oldest first. */
export async function noticesOfYear(app: App, areaId: string, year: number): Promise<Notice[]> {
  const heads = (await listNotices(app.db, areaId)).filter(
    ({ state, periodId }) => state === 'issued' && parsePeriod(periodId).from.startsWith(`${year}-`),
  );
  const notices = await Promise.all(heads.map(({ id }) => findNotice(app.db, id)));
  return notices.flatMap((notice) => (notice === null ? [] : [notice])).reverse();
}

/** Whom the issued notices of a year name, for good or bad. */
export async function namingsOf(app: App, areaId: string, notices: readonly Notice[], units: readonly Unit[]): Promise<NoticeNaming[]> {
  const marks = await listMarks(app.db, areaId);
  const byName = new Map(units.flatMap((unit) => [unit.name, printedUnitName(unit), ...unit.aliases].map((name) => [name, unit.id])));
  const namings: NoticeNaming[] = [];
  for (const notice of notices) {
    const { title, id: noticeId, periodId } = notice;
    const base = { noticeId, title, day: parsePeriod(periodId).to };
    const { document } = await workingDraft(app, notice).catch((cause: unknown) => {
      throw new MingchaError('internal', `《${title}》留存的内容读不出来，不能计算点名。`, '请检查该通报能否打开。', { cause });
    });
    for (const { rule, title: ground, named } of document.proposals)
      for (const name of named) {
        const unitId = byName.get(name);
        const tone = rule.startsWith('praise') ? 'praised' : 'named';
        if (unitId !== undefined) namings.push({ ...base, unitId, tone, grounds: [ground] });
      }
    for (const { unitId, fault } of marks.filter(({ namedIn }) => namedIn === noticeId))
      namings.push({ ...base, unitId, tone: 'named', grounds: [DISCLOSURE_FAULTS[fault]] });
  }
  return namings;
}
