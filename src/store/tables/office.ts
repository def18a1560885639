import type { Generated } from 'kysely';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { WorkYearMark } from '../../core/work-calendar-year.ts';
import type { Role } from '../../ledger/event.ts';
import type { Json } from './json.ts';

/** Tables of what an office keeps itself: its records, volumes, imports, forms, settings. */
export interface OfficeTables {
  officeRecord: {
    areaId: string;
    kind: string;
    id: string;
    day: CalendarDate;
    unitId: string | null;
    accountId: string | null;
    data: Json<unknown>;
    source: string;
  };
  directoryChange: {
    areaId: string;
    recordId: string;
    seq: number;
    kind: string;
    at: Instant;
    byName: string;
    before: Json<unknown> | null;
    after: Json<unknown> | null;
  };
  volume: {
    areaId: string;
    unitId: string;
    period: string;
    submitted: number | null;
    approved: number | null;
    errors: number | null;
    annualTask: number | null;
    publishedTotal: number | null;
    publishedInPeriod: number | null;
  };
  portalTotal: { areaId: string; period: string; total: number; keyAreas: number | null; source: string };
  importBatch: {
    id: string;
    areaId: string | null;
    fileName: string;
    fileHash: string;
    kind: string;
    importedAt: Instant;
    added: number;
    changed: number;
    unchanged: number;
    fileBlob: Generated<string | null>;
    undoneAt: Generated<Instant | null>;
  };
  importMapping: { areaId: string; headPrint: string; choice: Json<unknown>; chosenAt: Instant };
  officeForm: {
    areaId: string;
    id: string;
    fileName: string;
    blob: string;
    bytes: number;
    addedBy: string;
    addedRole: Role;
    addedAt: Instant;
    retiredAt: Instant | null;
  };
  workYear: { year: number; source: string; mark: WorkYearMark; holidays: CalendarDate[]; workdays: CalendarDate[] };
  setting: { areaId: string; key: string; value: Json<unknown> };
}
