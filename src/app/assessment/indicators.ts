import { canonicalJson } from '../../core/canonical-json.ts';
import { MingchaError } from '../../core/error.ts';
import { type Scope, WHOLE_AREA } from '../../core/role.ts';
import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { cents } from '../../ledger/assessment/entry.ts';
import { appendDirectoryChange } from '../../store/directory.ts';
import { findOfficeRecords, listOfficeRecords, upsertOfficeRecords } from '../../store/office-records.ts';
import { listUnits } from '../../store/units.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { type UnitScope, unitsInScope } from './scope.ts';

type Indicator = OfficeRecordData['indicator'];

/** Indicators of a year's third-party assessment with what is missing and whose it is; open ones without evidence (seeds E04). */
export async function viewIndicators(app: App, areaId: string, year: number, scope: UnitScope) {
  await areaOf(app, areaId);
  const units = await listUnits(app.db, areaId);
  const within = unitsInScope(units, scope);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const records = await listOfficeRecords<Indicator>(app.db, areaId, 'indicator', `${year}-01-01`, `${year}-12-31`);
  const rows = records
    .filter(({ unitId }) => within === null || (unitId !== null && within.has(unitId)))
    .map(({ id, unitId, data }) => ({
      id,
      ...data,
      unit: unitId === null ? null : { id: unitId, name: names.get(unitId) ?? unitId },
      open: data.evidence === null,
      /** What is not in hand yet: the whole of what nobody has scored. */
      gap: (cents(data.points) - cents(data.ownScore ?? 0)) / 100,
    }))
    .toSorted((a, b) => a.number.localeCompare(b.number, 'zh-CN', { numeric: true }));
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + cents(of(row)), 0) / 100;
  return {
    year,
    rows,
    totals: {
      count: rows.length,
      open: rows.filter(({ open }) => open).length,
      points: sum(({ points }) => points),
      ownScore: sum(({ ownScore }) => ownScore ?? 0),
      gap: sum(({ gap }) => gap),
      unscored: rows.filter(({ ownScore }) => ownScore === null).length,
    },
  };
}

/** Puts down own score, evidence and gap of one indicator; what it said before is kept with the name. Throws 'not-found', 'bad-input'. */
export async function saveIndicator(
  app: App,
  areaId: string,
  wanted: { recordId: string; unitId: string; by: string } & Pick<Indicator, 'ownScore' | 'evidence' | 'note'>,
  { units }: Pick<Scope, 'units'> = WHOLE_AREA,
): Promise<number> {
  const { recordId, unitId, by, ...said } = wanted;
  if (!(await listUnits(app.db, areaId)).some(({ id }) => id === unitId))
    throw new MingchaError('not-found', '本地区没有这个单位。', '请从单位列表中选择。');
  return app.db.transaction().execute(async (db) => {
    const [record] = await findOfficeRecords(db, areaId, [recordId]);
    const isOwn = units === null || (record?.unitId != null && units.includes(record.unitId));
    if (record?.kind !== 'indicator' || !isOwn) throw new MingchaError('not-found', '没有这项指标。', '请刷新页面。');
    const data = record.data as Indicator;
    if (said.ownScore !== null && said.ownScore > data.points)
      throw new MingchaError(
        'bad-input',
        `自评得分 ${said.ownScore} 高于这一项的分值 ${data.points}。`,
        `请填写 0 到 ${data.points} 之间的数。`,
      );
    const { day } = record;
    const before = { day, unitId: record.unitId, data };
    const after = { day, unitId, data: { ...data, ...said } };
    if (canonicalJson(before) === canonicalJson(after)) return data.year;
    await upsertOfficeRecords(db, [{ ...record, ...after }]);
    await appendDirectoryChange(db, { areaId, recordId, kind: 'indicator', at: app.now(), byName: by, before, after });
    return data.year;
  });
}
