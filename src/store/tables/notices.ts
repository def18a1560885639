import type { ColumnType } from 'kysely';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { Role } from '../../ledger/event.ts';
import type { Disagreement } from '../../notice/audit/disagreement.ts';
import type { Deadline, NoticeEdits } from '../../notice/edits/model.ts';
import type { RepublicationResult } from '../../notice/republication/result.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import type { DisclosureFault } from '../../notice/snapshot-disclosure.ts';
import type { NoticeAct, NoticeState } from '../states.ts';
import type { Json } from './json.ts';

/** Tables of notices and what follows from one. */
export interface NoticeTables {
  notice: {
    areaId: string;
    id: string;
    periodId: string;
    template: string;
    version: number;
    state: NoticeState;
    title: string;
    snapshot: Json<Snapshot>;
    snapshotHash: string;
    disagreements: Json<Disagreement[]>;
    overrideReason: string | null;
    supersedes: string | null;
    createdAt: Instant;
    issuedAt: Instant | null;
  };
  noticeFile: { noticeId: string; format: string; blob: string; fileName: string; bytes: number };
  noticeEdit: { noticeId: string; version: number; edits: Json<NoticeEdits>; savedBy: string; savedAt: Instant };
  noticeAct: {
    noticeId: string;
    seq: number;
    act: NoticeAct;
    byRole: Role;
    byName: string;
    at: Instant;
    editVersion: number;
    note: string | null;
  };
  noticeDespite: {
    noticeId: string;
    key: string;
    about: 'verdict' | 'problem';
    subjectId: string;
    unit: string;
    matter: string;
    words: string | null;
    raisedBy: string;
    raisedAt: Instant;
    reason: string;
    byName: string;
    at: Instant;
  };
  noticeNumber: { areaId: string; year: number; number: number; noticeId: string };
  noticeTask: {
    areaId: string;
    noticeId: string;
    paragraphId: string;
    addressee: string;
    unitId: string | null;
    heading: string;
    text: string;
    dueOn: CalendarDate | null;
    dueProvisional: boolean;
    position: number;
    doneAt: Instant | null;
    doneBy: string | null;
  };
  requirement: {
    areaId: string;
    id: string;
    heading: string;
    text: string;
    deadline: ColumnType<Deadline | null, string | null, string | null>;
    position: number;
    retiredAt: Instant | null;
  };
  publication: {
    noticeId: string;
    areaId: string;
    organisation: string;
    yearMonth: string;
    serial: number;
    columnId: string;
    genre: string;
    grouping: string;
    topic: string;
    keywords: string[];
    publishedOn: CalendarDate;
    publishedBy: string;
    withdrawnAt: Instant | null;
    views: number;
  };
  reportElsewhere: {
    areaId: string;
    duty: string;
    periodId: string;
    issuedOn: CalendarDate;
    title: string;
    byName: string;
    at: Instant;
  };
  namingMark: {
    areaId: string;
    id: string;
    unitId: string;
    fault: DisclosureFault;
    reason: string;
    markedOn: CalendarDate;
    markedBy: string;
    markedAt: Instant;
    namedIn: string | null;
    liftedAt: Instant | null;
    liftedBy: string | null;
    liftedReason: string | null;
  };
  republication: {
    areaId: string;
    noticeId: string;
    unitId: string;
    url: string;
    originalUrl: string | null;
    enteredBy: string;
    enteredAt: Instant;
    lookedAt: Instant | null;
    result: ColumnType<RepublicationResult | null, string | null, string | null>;
  };
}
