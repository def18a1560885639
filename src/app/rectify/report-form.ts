import { MingchaError } from '../../core/error.ts';
import type { Scope } from '../../core/role.ts';
import { writeDocx } from '../../notice/docx/write-docx.ts';
import { rectificationReport } from '../../notice/rectification-report.ts';
import { printedUnitName } from '../../subjects/unit.ts';
import { readAreaSettings } from '../area-settings.ts';
import { fileNameOf } from '../notices/file-name.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { reportAbout } from './report-about.ts';
import { type UnitReport, unitReports } from './unit-reports.ts';

/** 整改情况报告 of a unit as .docx, to be printed and sealed, made from its problems and answers. @throws not-found. */
export async function reportForm(app: App, areaId: string, input: { about: string; unitId: string; scope: Scope }) {
  const area = await areaOf(app, areaId);
  const { title, report } = await reportOfUnit(app, areaId, input);
  const { head } = await readAreaSettings(app.db, areaId);
  const unit = printedUnitName(report.unit);
  const document = rectificationReport({
    unit,
    about: title,
    addressee: head.issuer || `${area.name}政务公开办`,
    day: await todayOf(app, areaId),
    lines: report.problems.map(({ id, unitName, place, text, due, answer }) => ({
      id,
      unit: unitName,
      place,
      text,
      due,
      answer: answer && { text: answer.text, day: answer.day, by: answer.by, disputed: answer.act === 'disputed' },
    })),
  });
  return { bytes: await writeDocx(document), fileName: fileNameOf(`${report.unit.name}整改情况报告`, 'docx') };
}

/** What one unit has to report on a matter. @throws not-found when nothing was handed over to it, or it is not in the scope. */
export async function reportOfUnit(
  app: App,
  areaId: string,
  { about, unitId, scope }: { about: string; unitId: string; scope: Scope },
): Promise<{ title: string; report: UnitReport }> {
  const matter = await reportAbout(app, areaId, about);
  const report = (await unitReports(app, areaId, matter, scope)).find(({ unit }) => unit.id === unitId);
  // A sub-unit's person sees its own problems; the report is that of the unit it belongs to.
  if (!report || (scope.units !== null && !scope.units.includes(unitId)))
    throw new MingchaError('not-found', '这个单位没有需要报告整改情况的问题。', '请从列表里选择通报和单位。');
  return { title: matter.title, report };
}
