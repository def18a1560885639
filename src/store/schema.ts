import type { ColumnType, Generated, Kysely } from 'kysely';
import type { Finding, SubjectType } from '../checks/define.ts';
import type { CarryOverState } from '../core/carry-over.ts';
import type { Category } from '../core/category.ts';
import type { ChannelVerdict } from '../core/channel-verdict.ts';
import type { CalendarDate, Instant } from '../core/date.ts';
import type { Limit } from '../core/limit.ts';
import type { PeriodKind } from '../core/period.ts';
import type { Reason, Verdict } from '../core/verdict.ts';
import type { WorkYearMark } from '../core/work-calendar-year.ts';
import type { FactKind } from '../evidence/facts.ts';
import type { Act, Role } from '../ledger/event.ts';
import type { ProblemStatus } from '../ledger/status.ts';
import type { Disagreement } from '../notice/audit/disagreement.ts';
import type { Snapshot } from '../notice/snapshot.ts';
import type { AreaLevel } from '../subjects/area.ts';
import type { AccountAdapterKind, FilingState, Platform, SiteKind, StateSpell } from '../subjects/channel.ts';
import type { ColumnClass } from '../subjects/column.ts';
import type { UnitKind } from '../subjects/unit.ts';
import type { NoticeState, RunState, TargetState } from './states.ts';

/** Read as a value, written as text: the driver would take an array for a PostgreSQL array. */
type Json<T> = ColumnType<T, string, string>;
/** The plain numbers and words behind a verdict. */
export type Measured = Readonly<Record<string, string | number | boolean | null>>;

/** Tables of the migrations, snake_case there and camelCase here. */
export interface Tables {
  area: { id: string; name: string; level: AreaLevel; parentId: string | null };
  unit: {
    areaId: string;
    id: string;
    name: string;
    kind: UnitKind;
    unitGroup: string | null;
    aliases: string[];
    namePlates: string[];
    parentId: string | null;
    position: number;
    activeFrom: CalendarDate | null;
    activeTo: CalendarDate | null;
  };
  site: {
    areaId: string;
    id: string;
    unitId: string;
    kind: SiteKind;
    name: string;
    url: string;
    states: Json<StateSpell[]>;
    position: number;
  };
  siteColumn: {
    siteId: string;
    id: string;
    unitId: string;
    parentId: string | null;
    path: string[];
    url: string | null;
    class: ColumnClass;
    timeLimit: Limit | null;
    level: number;
    minimumPerYear: number | null;
    position: number;
    activeFrom: CalendarDate | null;
    activeTo: CalendarDate | null;
  };
  account: {
    areaId: string;
    id: string;
    unitId: string;
    supervisingUnitId: string | null;
    platform: Platform;
    name: string;
    level: string | null;
    filing: FilingState;
    filedOn: CalendarDate | null;
    filingNumber: string | null;
    states: Json<StateSpell[]>;
    adapter: AccountAdapterKind;
    feedUrl: string | null;
    position: number;
  };
  accountPost: {
    accountId: string;
    id: string;
    day: CalendarDate;
    title: string;
    url: string | null;
    original: boolean | null;
    source: string;
    blob: string | null;
  };
  accountFresh: { accountId: string; freshOn: CalendarDate; source: string };
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
  };
  scanRun: {
    areaId: string;
    id: string;
    day: CalendarDate;
    kind: string;
    state: RunState;
    createdAt: Instant;
    finishedAt: Instant | null;
  };
  scanTarget: {
    runId: string;
    channelId: string;
    host: string;
    state: TargetState;
    reason: Reason | null;
    done: Generated<number>;
    total: Generated<number>;
    attempts: Generated<number>;
    checkpoint: Json<unknown> | null;
    startedAt: Instant | null;
    finishedAt: Instant | null;
  };
  fact: {
    channelId: string;
    id: string;
    kind: FactKind;
    subjectId: string;
    at: Instant;
    source: string;
    how: string;
    blob: string | null;
    runId: string | null;
    data: Json<unknown>;
  };
  judgement: { areaId: string; id: string; day: CalendarDate; sheet: string; digest: string; madeAt: Instant };
  observation: {
    channelId: string;
    judgementId: string;
    checkId: string;
    subjectId: string;
    subjectType: SubjectType;
    checkVersion: number;
    clause: string;
    day: CalendarDate;
    verdict: Verdict;
    reason: Reason | null;
    findings: Json<Finding[]>;
    measured: Json<Measured>;
  };
  problem: {
    areaId: string;
    id: string;
    unitId: string;
    channelId: string | null;
    category: Category;
    fingerprint: string;
    placeLabel: string;
    placeUrl: string | null;
    text: string;
    measured: Json<Measured>;
    firstFoundOn: CalendarDate;
    recurrenceOf: string | null;
    status: ProblemStatus;
    lastActOn: CalendarDate;
    dueOn: CalendarDate | null;
    dueProvisional: Generated<boolean>;
    periods: Generated<number>;
  };
  problemEvent: {
    areaId: string;
    problemId: string;
    seq: number;
    act: Act;
    at: Instant;
    day: CalendarDate;
    byRole: Role;
    byUnitId: string | null;
    byName: string;
    reason: string | null;
    data: Json<Readonly<Record<string, string | number | boolean | null | readonly string[]>>>;
  };
  period: {
    areaId: string;
    id: string;
    kind: PeriodKind;
    label: string;
    fromDay: CalendarDate;
    toDay: CalendarDate;
    cutoff: CalendarDate;
    closedAt: Instant | null;
  };
  channelVerdict: {
    areaId: string;
    periodId: string;
    channelId: string;
    verdict: ChannelVerdict;
    reasons: string[];
    carryOver: CarryOverState;
    failedInARow: number;
    score: number | null;
    run: number;
    due: number;
    inBase: boolean;
    outside: string | null;
    sheet: string;
  };
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
  workYear: { year: number; source: string; mark: WorkYearMark; holidays: CalendarDate[]; workdays: CalendarDate[] };
  setting: { areaId: string; key: string; value: Json<unknown> };
  schemaMigration: { name: string; checksum: string; appliedAt: Generated<Instant> };
}

/** A database handle; a transaction is one too, so every query function takes either. */
export type Db = Kysely<Tables>;
