import type { Generated } from 'kysely';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { ListSelectors } from '../../core/list-selectors.ts';
import type { Reason } from '../../core/verdict.ts';
import type { FactKind, RuleFault } from '../../evidence/facts.ts';
import type { Role } from '../../ledger/event.ts';
import type { ExampleRow } from '../../subjects/reading-rule.ts';
import type { LookOrderOutcome, RunState, TargetState } from '../states.ts';
import type { Json } from './json.ts';

/** Tables of looking at channels: runs, facts, how a site is to be read, names outside it. */
export interface LookTables {
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
    worker: string | null;
    vain: Generated<number>;
    checkpoint: Json<unknown> | null;
    startedAt: Instant | null;
    finishedAt: Instant | null;
  };
  lookOrder: {
    areaId: string;
    id: string;
    day: CalendarDate;
    at: Instant;
    byRole: Role;
    byName: string;
    whole: boolean;
    channels: string[];
    runId: string | null;
    endedAt: Instant | null;
    outcome: LookOrderOutcome | null;
    found: number | null;
    reopened: number | null;
    gone: number | null;
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
  listedItem: {
    channelId: string;
    subjectId: string;
    day: CalendarDate;
    title: string;
    href: string | null;
    base: string;
    firstAt: Instant;
    factId: string;
    place: number;
  };
  readingRule: {
    siteId: string;
    columnId: string;
    id: string;
    selectors: Json<ListSelectors>;
    exampleUrl: string;
    exampleBlob: string;
    exampleRows: Json<ExampleRow[]>;
    dated: boolean;
    madeOn: CalendarDate;
    madeBy: string;
    retiredAt: Instant | null;
    testedAt: Instant | null;
    fault: RuleFault | null;
  };
  readingAccepted: { siteId: string; columnId: string; factId: string; acceptedAt: Instant; acceptedBy: string };
  searchQuery: { siteId: string; query: string; expectedTitle: string | null; expectedUrl: string | null; position: number };
  externalHost: {
    siteId: string;
    name: string;
    firstSeenAt: Instant;
    lastSeenAt: Instant;
    url: string;
    foundOn: string;
    foundOnCount: number;
  };
  externalHostDecision: {
    areaId: string;
    /** '' = the whole area. */
    siteId: string;
    name: string;
    seq: number;
    decision: 'allowed' | 'refused';
    reason: string;
    byName: string;
    at: Instant;
    title: string | null;
    ledTo: string | null;
  };
}
