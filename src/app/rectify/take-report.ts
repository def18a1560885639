import { MingchaError } from '../../core/error.ts';
import { lateWorkingDays } from '../../ledger/report.ts';
import { insertReport, newestReports } from '../../store/rectify-reports.ts';
import { fileNameOf } from '../notices/file-name.ts';
import { type App, loadCalendar } from '../open.ts';
import type { Caller } from '../people/caller.ts';
import { todayOf } from '../views/area-of.ts';
import { actorFor } from './actor-for.ts';
import { checkProofFile } from './check-proof-file.ts';
import { reportOfUnit } from './report-form.ts';

/** What a scan may be. */
const SCANS = ['pdf', 'jpg'] as const;

/**
 * Takes the sealed scan back (整改情况扫描件, seeds P07), from the unit or, brought on paper, from the office. Late ones are
 * taken and marked with their working days. @throws refused naming every problem without an answer; bad-input for other files.
 */
export async function takeReport(app: App, areaId: string, input: { about: string; unitId: string; file: Uint8Array }, caller: Caller) {
  const { about, unitId, file } = input;
  const { report } = await reportOfUnit(app, areaId, { about, unitId, scope: caller.scope });
  const missing = report.problems.filter((problem) => problem.missing);
  if (missing.length > 0)
    throw new MingchaError(
      'refused',
      `${report.unit.name}的 ${report.problems.length} 个问题中有 ${missing.length} 个还没有反馈，不能上传扫描件。`,
      '请先逐个反馈整改情况，再盖章上传。',
      {
        faults: missing.map(({ id, place, text }) => ({ field: place, value: id, message: `“${text}”没有反馈整改情况` })),
      },
    );
  const { kind } = await checkProofFile(file, SCANS);
  const day = await todayOf(app, areaId);
  const due = report.due ?? day;
  const by = actorFor(caller, { unitId });
  const late = lateWorkingDays(due, day, await loadCalendar(app.db));
  await insertReport(app.db, {
    ...{ areaId, about, unitId, kind, bytes: file.length, dueOn: due, lateWorkingDays: late, day, at: app.now() },
    blob: await app.blobs.put(file),
    fileName: fileNameOf(`${report.unit.name}整改情况扫描件`, kind),
    problemIds: report.problems.map(({ id }) => id),
    ...{ byRole: by.role, byUnitId: by.unitId, byName: by.name },
  });
  return { lateWorkingDays: late };
}

/** The newest scan of a unit as it was handed in; a bureau's only where it speaks of its field. @throws not-found. */
export async function readReport(app: App, areaId: string, input: { about: string; unitId: string }, { scope }: Pick<Caller, 'scope'>) {
  const inScope = scope.units === null || scope.units.includes(input.unitId);
  if (scope.categories !== null) await reportOfUnit(app, areaId, { ...input, scope });
  const report = inScope && (await newestReports(app.db, areaId, [input.about])).find(({ unitId }) => unitId === input.unitId);
  if (!report) throw new MingchaError('not-found', '这个单位还没有上传扫描件。', '请先上传，或选择其他单位。');
  return { bytes: await app.blobs.get(report.blob), fileName: report.fileName };
}
