import type { CalendarDate } from '../../core/date.ts';
import type { Limit } from '../../core/limit.ts';
import type { Column } from '../../subjects/column.ts';
import { columnName } from '../../subjects/column.ts';
import type { CheckResult, FactsByKind, Finding, SubjectMap } from '../define.ts';
import { holdAgainst, readColumn } from './column-reading.ts';
import { emptiness } from './emptiness.ts';
import { cannotTell, fail, finding, notApplicable, notRun, pass, type Unknown } from './result.ts';

/** The facts of one column among those of its site. */
export function factsOfColumn(facts: FactsByKind, columnId: string): FactsByKind {
  return {
    'column-list': (facts['column-list'] ?? []).filter((fact) => fact.data.columnId === columnId),
    article: (facts.article ?? []).filter((fact) => fact.data.columnId === columnId),
  };
}

export interface Tally {
  /** Columns that count towards the veto, with the facts that show it. */
  counted: { column: Column; fact: string }[];
  /** Columns that nobody could judge. */
  open: Unknown[];
  total: number;
}

/** Columns overdue against the limit `limitOf` gives them (null = not counted here). */
export function overdueTally(
  subject: SubjectMap['site'],
  facts: FactsByKind,
  at: CalendarDate,
  options: { lookWithinDays: number },
  limitOf: (column: Column) => Limit | null,
): Tally {
  return tally(subject, (column) => {
    const limit = limitOf(column);
    if (limit === null) return null;
    const answer = holdAgainst(readColumn(factsOfColumn(facts, column.id), at, options.lookWithinDays), limit, at);
    if (answer.state === 'unknown') return answer.unknown;
    return answer.state === 'overdue' ? answer.fact.id : 'fine';
  });
}

/** Columns seen empty often enough. */
export function emptyTally(
  subject: SubjectMap['site'],
  facts: FactsByKind,
  at: CalendarDate,
  options: { lookWithinDays: number; looks: number; hoursApart: number },
): Tally {
  return tally(subject, (column) => {
    const answer = emptiness(factsOfColumn(facts, column.id), at, options);
    if (answer.state === 'unknown') return answer.unknown;
    return answer.state === 'empty' ? (answer.looks.at(-1)?.id ?? 'fine') : 'fine';
  });
}

/** `judge` answers with the id of the fact that makes a column count, `fine`, why nobody can tell, or null when it is not due. */
function tally({ columns }: SubjectMap['site'], judge: (column: Column) => string | Unknown | null): Tally {
  const result: Tally = { counted: [], open: [], total: 0 };
  for (const column of columns) {
    const answer = column.url === null ? null : judge(column);
    if (answer === null) continue;
    result.total += 1;
    if (typeof answer !== 'string') result.open.push(answer);
    else if (answer !== 'fine') result.counted.push({ column, fact: answer });
  }
  return result;
}

/**
 * A veto by count (栏目不更新达到单项否决数). Columns nobody could judge leave it open only when they could still
 * bring the count up to the threshold.
 */
export function vetoByCount(
  subject: SubjectMap['site'],
  { counted, open, total }: Tally,
  threshold: number,
  words: { kind: string; what: string },
): CheckResult {
  const names = counted.map(({ column }) => columnName(column.path));
  const measured = { count: counted.length, threshold, unread: open.length, columns: total, kind: words.kind };
  if (total === 0) return notApplicable(measured);
  if (counted.length >= threshold) {
    const text = `${counted.length}个${words.what}，达到单项否决的${threshold}个：${names.join('、')}`;
    return fail([vetoFinding(subject, text, counted, measured)], measured);
  }
  const [first] = open;
  if (!first || counted.length + open.length < threshold) return pass(measured);
  return first.verdict === 'not-run' ? notRun(first.reason, measured) : cannotTell(first.reason, measured);
}

function vetoFinding({ site }: SubjectMap['site'], text: string, counted: Tally['counted'], measured: CheckResult['measured']): Finding {
  const place = { type: 'site' as const, id: `${site.id}/${measured.kind}`, label: site.name, url: site.url };
  return finding(
    'problem',
    'columns_veto',
    place,
    text,
    counted.map(({ fact }) => fact),
    measured,
  );
}
