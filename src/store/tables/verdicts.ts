import type { Finding, SubjectType } from '../../checks/define.ts';
import type { CarryOverState } from '../../core/carry-over.ts';
import type { ChannelVerdict } from '../../core/channel-verdict.ts';
import type { CalendarDate, Instant } from '../../core/date.ts';
import type { PeriodKind } from '../../core/period.ts';
import type { Reason, Verdict } from '../../core/verdict.ts';
import type { Json, Measured } from './json.ts';

/** Tables of judging: observations and the verdicts of a period. */
export interface VerdictTables {
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
}
