import { canonicalJson } from '../../core/canonical-json.ts';
import type { CalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type GuideField, SHARED_GUIDE_FIELDS } from '../../core/guide-field.ts';
import { type DirectoryKind, type OfficeRecordData, officeRecordId, UNDATED } from '../../disclosure/office-record.ts';
import { appendDirectoryChange, removeOfficeRecord } from '../../store/directory.ts';
import { findOfficeRecords, upsertOfficeRecords } from '../../store/office-records.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';

/** Source of what was typed in by a person. */
const BY_HAND = '人工登记';

interface Wanted<K extends DirectoryKind> {
  kind: K;
  /** The record to change; null = a new one, or the one that is the same statement. */
  id: string | null;
  unitId: string | null;
  day: CalendarDate;
  key: readonly string[];
  data: OfficeRecordData[K];
}

/** What the guide of a unit should say, or with `unitId` null what every guide should say of the hall (seeds D12, D13). */
export async function saveContact(
  app: App,
  areaId: string,
  { unitId, fields, by }: { unitId: string | null; fields: Readonly<Partial<Record<GuideField, string>>>; by: string },
): Promise<void> {
  const shared: readonly string[] = SHARED_GUIDE_FIELDS;
  const misplaced = Object.keys(fields).some((field) => shared.includes(field) !== (unitId === null));
  if (misplaced)
    throw new MingchaError(
      'bad-input',
      '政务服务厅的地址和电话由各单位共用，只登记一次。',
      '请在“政务服务厅”一行登记，单位一行不填这两项。',
    );
  const kept = Object.fromEntries(Object.entries(fields).flatMap(([field, value]) => (value?.trim() ? [[field, value.trim()]] : [])));
  await save(app, areaId, { kind: 'contact', id: null, unitId, day: UNDATED, key: [], data: { fields: kept } }, by);
}

/** A post-holder; `id` names the row that is changed. */
export async function savePostHolder(
  app: App,
  areaId: string,
  { id, unitId, by, ...data }: OfficeRecordData['post-holder'] & { id: string | null; unitId: string | null; by: string },
): Promise<void> {
  if (data.from !== null && data.to !== null && data.to < data.from)
    throw new MingchaError('bad-input', `离任日期 ${data.to} 早于任职日期 ${data.from}。`, '请核对两个日期。');
  const key = [data.name, data.post, data.from ?? ''];
  await save(app, areaId, { kind: 'post-holder', id, unitId, day: data.from ?? UNDATED, key, data }, by);
}

/** A former name of a unit. */
export async function saveFormerName(
  app: App,
  areaId: string,
  { id, by, ...data }: OfficeRecordData['former-name'] & { id: string | null; by: string },
): Promise<void> {
  if (data.name === data.now) throw new MingchaError('bad-input', '曾用名与现名称相同。', '现名称请填更名后的名称；没有承接单位的不填。');
  await save(app, areaId, { kind: 'former-name', id, unitId: null, day: data.until, key: [data.name], data }, by);
}

async function save<K extends DirectoryKind>(app: App, areaId: string, wanted: Wanted<K>, by: string): Promise<void> {
  await areaOf(app, areaId);
  const { kind, unitId, day, data, key } = wanted;
  if (unitId !== null && !(await listUnits(app.db, areaId)).some((unit) => unit.id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请先在底册登记该单位。');
  const id = wanted.id ?? officeRecordId(areaId, kind, unitId, key);
  await app.db.transaction().execute(async (db) => {
    const [before] = await findOfficeRecords(db, areaId, [id]);
    if (wanted.id !== null && before?.kind !== kind) throw gone();
    const after = { day, unitId, data };
    if (before && canonicalJson(stateOf(before)) === canonicalJson(after)) return;
    await upsertOfficeRecords(db, [{ areaId, kind, id, accountId: null, source: BY_HAND, ...after }]);
    await appendDirectoryChange(db, {
      areaId,
      recordId: id,
      kind,
      at: app.now(),
      byName: by,
      before: before ? stateOf(before) : null,
      after,
    });
  });
}

/** Takes an entry out of the directory; its history stays. Throws 'not-found'. */
export async function removeRecord(
  app: App,
  areaId: string,
  { kind, id, by }: { kind: DirectoryKind; id: string; by: string },
): Promise<void> {
  await app.db.transaction().execute(async (db) => {
    const [before] = await findOfficeRecords(db, areaId, [id]);
    if (before?.kind !== kind || !(await removeOfficeRecord(db, areaId, kind, id))) throw gone();
    await appendDirectoryChange(db, { areaId, recordId: id, kind, at: app.now(), byName: by, before: stateOf(before), after: null });
  });
}

const stateOf = ({ day, unitId, data }: { day: CalendarDate; unitId: string | null; data: unknown }) => ({ day, unitId, data });
const gone = (): MingchaError => new MingchaError('not-found', '名录里没有这一条，可能已被他人删除。', '请刷新页面。');
