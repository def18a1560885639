import type { Instant } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type AssessmentScheme, schemeFaults } from '../../ledger/assessment/scheme.ts';
import { addScheme, findScheme, listSchemeVersions, schemeYears } from '../../store/assessment.ts';
import type { Db } from '../../store/schema.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { stageOf } from './acts.ts';
import { defaultScheme } from './default-scheme.ts';

/** The scheme a year is reckoned by. `version` 0 = nobody has saved one: it is the draft an office begins with. */
export interface YearScheme {
  scheme: AssessmentScheme;
  version: number;
  savedBy: string | null;
  savedAt: Instant | null;
}

export async function schemeOf(db: Db, areaId: string, year: number): Promise<YearScheme> {
  const kept = await findScheme(db, areaId, year);
  if (kept === null) {
    const { assessment } = await readAreaSettings(db, areaId);
    return { scheme: defaultScheme(year, assessment), version: 0, savedBy: null, savedAt: null };
  }
  const { areaId: _areaId, version, savedBy, savedAt, ...scheme } = kept;
  return { scheme, version, savedBy, savedAt };
}

/** A year's scheme with its earlier versions, and the years one may be copied from. */
export async function viewScheme(app: App, areaId: string, year: number) {
  await areaOf(app, areaId);
  const { scheme, ...saved } = await schemeOf(app.db, areaId, year);
  const versions = await listSchemeVersions(app.db, areaId, year);
  return {
    ...saved,
    scheme: { ...scheme, items: scheme.items.map((item) => ({ ...item, weights: { ...item.weights } })) },
    versions: versions.map(({ version, savedBy, savedAt, documentNumber }) => ({ version, savedBy, savedAt, documentNumber })),
    otherYears: (await schemeYears(app.db, areaId)).filter((one) => one !== year),
  };
}

/**
 * Saves the next version of a year's scheme; other years keep theirs (seeds E03). Throws 'bad-input' naming every wrong item,
 * 'refused' once the year's score is final, 'conflict' when somebody saved meanwhile.
 */
export async function saveScheme(app: App, areaId: string, scheme: AssessmentScheme, saved: { by: string; before: number }) {
  await areaOf(app, areaId);
  const faults = schemeFaults(scheme);
  if (faults.length > 0)
    throw new MingchaError('bad-input', `考核方案有 ${faults.length} 处不对，没有保存。`, '请按提示改正后再保存。', { faults });
  if ((await stageOf(app.db, areaId, scheme.year)) === 'finalised')
    throw new MingchaError('refused', `${scheme.year}年度得分已经定稿，方案不能再改。`, '确需更改的，请先写明理由退回定稿。');
  await addScheme(app.db, areaId, scheme, { ...saved, at: app.now() });
  return viewScheme(app, areaId, scheme.year);
}

/** Begins a year's scheme as a copy of another year's; the copy is its own from then on. Throws 'not-found', 'conflict'. */
export async function copyScheme(app: App, areaId: string, copy: { from: number; to: number; by: string }) {
  const source = await findScheme(app.db, areaId, copy.from);
  if (source === null) throw new MingchaError('not-found', `${copy.from}年度没有保存过考核方案。`, '请另选一个年度，或直接填写。');
  const moved = (day: string): string => `${copy.to}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
  const { title, validFrom, validTo, items } = source;
  const scheme: AssessmentScheme = {
    year: copy.to,
    title: title.replaceAll(String(copy.from), String(copy.to)),
    documentNumber: null,
    validFrom: moved(validFrom),
    validTo: moved(validTo),
    items,
  };
  return saveScheme(app, areaId, scheme, { by: copy.by, before: (await schemeOf(app.db, areaId, copy.to)).version });
}
