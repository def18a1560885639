import { type CalendarDate, chineseDate } from '../../core/date.ts';
import { neverWas, project, projectAsOf } from '../project.ts';
import type { PromptStanding } from '../prompt.ts';
import { entryOf, type ScoreEntry } from './entry.ts';
import type { CountedDays, ScoredProblem } from './ledger-entries.ts';
import type { AssessmentItem } from './scheme.ts';

/** A prompt with how its units stand on the last day that counts. */
export interface PromptResult {
  promptId: string;
  heading: string;
  dueOn: CalendarDate | null;
  standings: readonly PromptStanding[];
}

/** 工作提示落实迟缓 or 落实较快 (seeds O08): once for a unit and a prompt; slow counts for the due day, fast for the day of completion. */
export function promptEntries(results: readonly PromptResult[], item: AssessmentItem, { from, to }: CountedDays): ScoreEntry[] {
  const wanted = item.source === 'prompt_fast' ? 'fast' : 'slow';
  return results.flatMap(({ promptId, heading, dueOn, standings }) =>
    standings.flatMap((standing): ScoreEntry[] => {
      const { unitId, speed, doneOn } = standing;
      const day = wanted === 'fast' ? doneOn : dueOn;
      if (speed !== wanted || day === null || day < from || day > to) return [];
      const basis = { kind: 'prompt', promptId } as const;
      return [entryOf(item, [promptId, unitId], { unitId, day, points: item.points, reason: reasonOf(heading, dueOn, standing), basis })];
    }),
  );
}

function reasonOf(heading: string, dueOn: CalendarDate | null, { speed, doneOn, days, place }: PromptStanding): string {
  if (speed === 'fast') return `“${heading}”提示后 ${days} 天完成，列第 ${place}`;
  const due = dueOn === null ? '' : `应于${chineseDate(dueOn)}前完成，`;
  return `“${heading}”${due}${doneOn === null ? '尚未完成' : `${chineseDate(doneOn)}才完成`}`;
}

/** 自查自纠 (seeds M20): once for every problem that its unit found before anybody else and put right by itself. */
export function selfFoundEntries(ledger: readonly ScoredProblem[], item: AssessmentItem, { from, to }: CountedDays): ScoreEntry[] {
  return ledger.flatMap(({ problem, events }): ScoreEntry[] => {
    const state = projectAsOf(events, to);
    const day = state?.status === 'self_fixed' ? state.claimedFixedOn : null;
    // What turned out to be none earns as little as it costs.
    if (day === null || day < from || neverWas(project(events))) return [];
    const seq = events.find(({ act }) => act === 'reported_fixed')?.seq ?? 1;
    const basis = { kind: 'problem', problemId: problem.id, seq } as const;
    const reason = `${chineseDate(problem.firstFoundOn)}自查发现，${chineseDate(day)}整改：${problem.text}`;
    return [entryOf(item, [problem.id, 'self'], { unitId: problem.unitId, day, points: item.points, reason, basis })];
  });
}
