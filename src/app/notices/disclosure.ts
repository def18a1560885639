import type { CalendarDate } from '../../core/date.ts';
import type { Period } from '../../core/period.ts';
import type { OfficeRecordData } from '../../disclosure/office-record.ts';
import { proposeAccounts } from '../../disclosure/practices.ts';
import type { ActivityRow, DisclosurePart } from '../../notice/snapshot-disclosure.ts';
import { listOfficeRecords } from '../../store/office-records.ts';
import { listVolumes } from '../../store/volumes.ts';
import type { Register } from '../../subjects/register.ts';
import type { AreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { promptActivities } from '../prompts/notice-activities.ts';
import { markedUnits } from './naming-marks.ts';
import { publishingPart } from './publishing.ts';
import { kindOf, type Names } from './snapshot-rows.ts';

interface Frozen {
  areaId: string;
  period: Period;
  register: Register;
  names: Names;
  settings: Pick<AreaSettings, 'lastPlaces' | 'interpretation' | 'head'>;
  /** The last day that is counted. */
  cutoff: CalendarDate;
  /** Name of the area, where its notices name no issuer. */
  area: string;
  /** Id of the notice that is corrected. */
  corrects: string | null;
}

/** What the disclosure work of the period adds to a snapshot: items published, letters, documents, activities, good work. */
export async function disclosurePart(
  app: App,
  { areaId, period, register, names, settings, corrects, cutoff, area }: Frozen,
): Promise<DisclosurePart> {
  const { from, to } = period;
  const kept = <K extends keyof OfficeRecordData>(kind: K) => listOfficeRecords<OfficeRecordData[K]>(app.db, areaId, kind, from, to);
  const volumes = await listVolumes(app.db, areaId, period.id);
  const activities = await kept('activity');
  const practices = await kept('practice');
  const letters = await kept('handling');
  const documents = await kept('policy-document');
  const host = settings.head.issuer === '' ? `${area}政务公开办` : settings.head.issuer;
  const works = practices.flatMap(({ accountId, day, data }) => (accountId === null ? [] : [{ accountId, form: data.form, date: day }]));
  return {
    publishing: publishingPart(volumes, register, period, settings.lastPlaces),
    handling: letters
      .filter(({ data }) => data.period === period.id)
      .map(({ data: { platform, matter, received, overdue } }) => ({ platform, matter, received, overdue })),
    interpretations: documents
      .filter(({ data }) => data.period === period.id)
      .map(({ id, unitId, data }) => ({
        id,
        number: data.number,
        title: data.title,
        drafter: unitId === null ? '' : names.unit(unitId).unit,
        issuedOn: data.issued,
        required: settings.interpretation.required,
        accepted: settings.interpretation.forms,
        present: data.forms.filter((form) => settings.interpretation.forms.includes(form)),
      })),
    activities: [
      ...activities.map(
        ({ id, day, unitId, data }): ActivityRow => ({
          id,
          kind: 'other',
          topic: null,
          from: day,
          to: day,
          host: null,
          units: unitId === null ? [] : [names.unit(unitId).unit],
          group: null,
          matter: data.name,
          people: null,
          due: null,
          quick: [],
          slow: [],
        }),
      ),
      ...(await promptActivities(app, areaId, { period, cutoff, units: register.units, host })),
    ],
    faults: await markedUnits(app, areaId, names, corrects),
    goodWork: proposeAccounts(works).flatMap(({ accountId, forms }) => {
      const account = names.channels.get(accountId);
      return account ? [{ topic: 'account' as const, names: [account.name], kindName: kindOf(account).kindName, items: forms }] : [];
    }),
  };
}
