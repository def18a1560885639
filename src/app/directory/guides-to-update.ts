import { type CalendarDate, instantOf } from '../../core/date.ts';
import { GUIDE_FIELDS, type GuideField } from '../../core/guide-field.ts';
import type { Fact } from '../../evidence/fact.ts';
import { latestFacts } from '../../store/facts.ts';
import { readRegister } from '../../store/register.ts';
import { columnName } from '../../subjects/column.ts';
import { compareGuide } from '../../text/place/guide/compare-guide.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';
import { expectedOf, readDirectory } from './directory.ts';

/** A guide that differs from the records as they stand now. */
export interface GuideToUpdate {
  unitId: string;
  unit: string;
  column: string;
  url: string;
  /** Last look that read it. */
  seenAt: string;
  fields: readonly { field: GuideField; name: string; found: string; expected: string }[];
}

/**
 * Guides to be updated: what each said at its last look against the records of today, so that a change of the hall's telephone
 * marks every guide that shows the old one at once (seeds D13). A guide that is unlike only in writing is not among them.
 */
export async function guidesToUpdate(app: App, areaId: string, day?: CalendarDate): Promise<GuideToUpdate[]> {
  await areaOf(app, areaId);
  const until = instantOf(day ?? (await todayOf(app, areaId)), '23:59:59');
  const [directory, register] = [await readDirectory(app, areaId), await readRegister(app.db, areaId)];
  const columns = new Map(register.columns.map((column) => [column.id, column]));
  const units = new Map(directory.units.map((unit) => [unit.id, unit.name]));
  const looks = await latestFacts(
    app.db,
    register.sites.map(({ id }) => id),
    ['guide'],
    until,
  );
  return looks.flatMap((look: Fact<'guide'>): GuideToUpdate[] => {
    const column = columns.get(look.data.columnId);
    if (column === undefined) return [];
    const fields = compareGuide(look.data.values, expectedOf(directory, column.unitId)).flatMap(({ state, field, found, expected }) =>
      state === 'wrong' && found !== null && expected !== null ? [{ field, name: GUIDE_FIELDS[field], found, expected }] : [],
    );
    if (fields.length === 0) return [];
    const { url } = look.data;
    return [{ unitId: column.unitId, unit: units.get(column.unitId) ?? '', column: columnName(column.path), url, seenAt: look.at, fields }];
  });
}
