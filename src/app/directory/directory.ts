import type { GuideField } from '../../core/guide-field.ts';
import { DIRECTORY_KINDS, type OfficeRecordData } from '../../disclosure/office-record.ts';
import { directoryRecords } from '../../store/directory.ts';
import type { OfficeRecord } from '../../store/office-records.ts';
import { listUnits } from '../../store/units.ts';
import type { Unit } from '../../subjects/unit.ts';
import type { App } from '../open.ts';

type Kept<K extends (typeof DIRECTORY_KINDS)[number]> = Omit<OfficeRecord, 'data'> & { data: OfficeRecordData[K] };

/** The directory of an area as it stands; plain data, so that it can be handed to a thread. */
export interface Directory {
  units: readonly Unit[];
  /** Contact records of units, by unit id. */
  contacts: Readonly<Record<string, Kept<'contact'>>>;
  /** The hall's record, which every guide shares. */
  hall: Kept<'contact'> | null;
  postHolders: readonly Kept<'post-holder'>[];
  formerNames: readonly Kept<'former-name'>[];
}

/** Reads the directory of an area. */
export async function readDirectory({ db }: Pick<App, 'db'>, areaId: string): Promise<Directory> {
  const units = await listUnits(db, areaId);
  const records = await directoryRecords(db, areaId, DIRECTORY_KINDS);
  const of = <K extends (typeof DIRECTORY_KINDS)[number]>(kind: K): Kept<K>[] =>
    records.filter((record) => record.kind === kind) as Kept<K>[];
  const contacts = of('contact');
  return {
    units,
    contacts: Object.fromEntries(contacts.flatMap((record) => (record.unitId === null ? [] : [[record.unitId, record] as const]))),
    hall: contacts.find(({ unitId }) => unitId === null) ?? null,
    postHolders: of('post-holder'),
    formerNames: of('former-name'),
  };
}

/** What a unit's guide should say: its own record and the hall's; of a unit nobody knows, the hall's alone. */
export function expectedOf(directory: Directory, unitId: string | null): { field: GuideField; value: string }[] {
  const fields = { ...(unitId === null ? {} : directory.contacts[unitId]?.data.fields), ...directory.hall?.data.fields };
  return (Object.entries(fields) as [GuideField, string][]).map(([field, value]) => ({ field, value }));
}
