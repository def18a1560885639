import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { stableId } from '../../core/id.ts';
import { insertHandEntry, listHandEntries, retractHandEntry } from '../../store/assessment.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { requireNotFinal } from './acts.ts';
import { schemeOf } from './scheme.ts';

export interface HandEntryWanted {
  itemId: string;
  unitId: string;
  day: CalendarDate;
  /** Above 0; the item says whether it takes away or adds. */
  points: number;
  reason: string;
  /** Where the proof is: a document number, an address, a file's name. */
  proof: string;
  by: string;
}

/** Adds an entry a person answers for. Throws 'bad-input', 'not-found', 'conflict' for the very same again, 'refused' once final. */
export async function addHandEntry(app: App, areaId: string, year: number, wanted: HandEntryWanted): Promise<void> {
  await areaOf(app, areaId);
  await requireNotFinal(app.db, areaId, year);
  const { itemId, unitId, day, points, reason, proof, by } = wanted;
  if (!day.startsWith(`${year}-`)) throw new MingchaError('bad-input', `日期 ${day} 不在${year}年内。`, `请填写 ${year} 年的日期。`);
  const { scheme } = await schemeOf(app.db, areaId, year);
  if (!scheme.items.some(({ id }) => id === itemId))
    throw new MingchaError('not-found', '考核方案里没有这个项目。', '请从方案的项目中选择。');
  if (!(await listUnits(app.db, areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  const id = stableId('hand', areaId, String(year), itemId, unitId, day, String(points), reason);
  const row = { areaId, year, id, itemId, unitId, day, points, reason, proof, byName: by, at: app.now() };
  if (await insertHandEntry(app.db, row)) return;
  const kept = (await listHandEntries(app.db, areaId, year)).find((one) => one.id === id);
  const why = kept?.retractedAt ? '已经撤回过' : '已经记过';
  throw new MingchaError('conflict', `同一笔记分${why}。`, '如确是另一件事，请在事由中写清区别。');
}

/** Takes an entry back; it stays to be read. Throws 'not-found', 'refused' once final. */
export async function retractEntry(app: App, areaId: string, year: number, wanted: { handId: string; reason: string; by: string }) {
  await requireNotFinal(app.db, areaId, year);
  const by = { name: wanted.by, at: app.now(), reason: wanted.reason };
  if (!(await retractHandEntry(app.db, { areaId, year, id: wanted.handId }, by)))
    throw new MingchaError('not-found', '没有这笔人工记分，可能已经撤回。', '请刷新页面。');
}
