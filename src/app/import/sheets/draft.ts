import type { Approximate } from '../../../core/approximate.ts';
import type { Category } from '../../../core/category.ts';
import type { CalendarDate } from '../../../core/date.ts';
import type { Limit } from '../../../core/limit.ts';
import type { OfficeRecordData, OfficeRecordKind } from '../../../disclosure/office-record.ts';
import type { ChannelState, FilingState, Platform, SiteKind } from '../../../subjects/channel.ts';
import type { ColumnClass } from '../../../subjects/column.ts';
import type { UnitKind } from '../../../subjects/unit.ts';

/** Where a draft was written, for messages: a sheet and row, or a file and the path inside its JSON. */
export interface Place {
  sheet: string;
  row?: number;
  field?: string;
}

/**
 * What an import states about one subject, names not yet resolved.
 * Undefined = the file does not say, so what the register holds stays; null = it says there is none.
 */
interface Draft {
  place: Place;
  /** The cell was repeated from a merged range: meeting it again is no repetition by the user. */
  repeated?: boolean;
}

export interface UnitDraft extends Draft {
  name: string;
  kind: UnitKind | undefined;
  group: string | undefined;
  aliases: readonly string[];
  namePlates: readonly string[];
  parent: string | undefined;
  order: number | undefined;
  activeFrom: CalendarDate | undefined;
  activeTo: CalendarDate | undefined;
}

/** State of a channel as stated: the state and the days it and the channel began. */
export interface StateDraft {
  openedOn: CalendarDate | undefined;
  state: ChannelState | undefined;
  stateFrom: CalendarDate | undefined;
}

export interface SiteDraft extends Draft, StateDraft {
  unit: string;
  kind: SiteKind;
  name: string | undefined;
  /** Empty when the source prints no address. */
  url: string;
}

export interface ColumnDraft extends Draft {
  /** Owner of the site. */
  unit: string;
  /** Name or address of the site; undefined = the unit's only one. */
  site: string | undefined;
  path: readonly string[];
  url: string | undefined;
  class: ColumnClass | undefined;
  limit: Limit | null | undefined;
  /** Unit that keeps the column; undefined = the site's owner. */
  owner: string | undefined;
  minimumPerYear: number | undefined;
  activeFrom: CalendarDate | undefined;
  activeTo: CalendarDate | undefined;
}

export interface AccountDraft extends Draft, StateDraft {
  unit: string;
  supervisingUnit: string | undefined;
  platform: Platform;
  name: string;
  level: string | undefined;
  filing: FilingState | undefined;
  filedOn: CalendarDate | undefined;
  filingNumber: string | undefined;
  feedUrl: string | undefined;
}

export interface PostDraft extends Draft {
  platform: Platform | undefined;
  account: string;
  unit: string | undefined;
  /** Null together with `title`: the row only vouches for `freshOn`. */
  day: CalendarDate | null;
  title: string | null;
  url: string | null;
  original: boolean | null;
  /** Figures as the export shows them. */
  reads: Approximate | undefined;
  likes: Approximate | undefined;
  /** 截至日期: all posts up to and with this day are listed. */
  freshOn: CalendarDate | undefined;
}

export interface VolumeDraft extends Draft {
  unit: string;
  period: string;
  submitted: number | undefined;
  approved: number | undefined;
  errors: number | undefined;
  annualTask: number | undefined;
  publishedTotal: number | undefined;
  publishedInPeriod: number | undefined;
}

/** What an office states of one of the kinds beyond the register; `key` is what makes it one statement. */
type RecordDraftOf<K extends OfficeRecordKind> = Draft & {
  kind: K;
  day: CalendarDate;
  unit: string | undefined;
  account: { name: string; platform: Platform | undefined } | undefined;
  /** One statement a unit, however the file writes its name. */
  perUnit?: true;
  key: readonly string[];
  data: OfficeRecordData[K];
};
export type RecordDraft = { [K in OfficeRecordKind]: RecordDraftOf<K> }[OfficeRecordKind];

/** A problem as a list or a notice prints it; what it does not say is undefined. */
export interface ProblemDraft extends Draft {
  unit: string;
  /** Name of a site or account. */
  channel: string | undefined;
  platform: Platform | undefined;
  category: Category;
  text: string;
  /** Path of the column it stands in. */
  path: readonly string[] | undefined;
  url: string | undefined;
  foundOn: CalendarDate | undefined;
  lastUpdate: CalendarDate | undefined;
  limit: Limit | undefined;
  handedOn: CalendarDate | undefined;
  dueOn: CalendarDate | undefined;
  rectified: Rectified | undefined;
  rectifiedOn: CalendarDate | undefined;
}

/** 整改情况 as lists print it; `closed` = rectified and struck off. */
export const RECTIFIED = ['no', 'partly', 'yes', 'closed'] as const;
export type Rectified = (typeof RECTIFIED)[number];

export interface Drafts {
  units: UnitDraft[];
  sites: SiteDraft[];
  columns: ColumnDraft[];
  accounts: AccountDraft[];
  posts: PostDraft[];
  volumes: VolumeDraft[];
  records: RecordDraft[];
  problems: ProblemDraft[];
}

export const emptyDrafts = (): Drafts => ({
  units: [],
  sites: [],
  columns: [],
  accounts: [],
  posts: [],
  volumes: [],
  records: [],
  problems: [],
});
