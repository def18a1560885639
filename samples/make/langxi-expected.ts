import type { CalendarDate } from '../../src/core/date.ts';
import { daysLeft, type Limit } from '../../src/core/limit.ts';
import type { Register } from '../../src/subjects/register.ts';
import type { Seed } from './seed.ts';
import { LANGXI_SILENCES } from './silences.ts';

/** Days before a limit runs out from which a column is listed as 即将到期. The notice prints none; this is a setting. */
export const HORIZON_DAYS = 30;

interface ExpectedColumn {
  unit: string;
  path: readonly string[];
  limit: Limit;
  state: 'overdue' | 'due_soon';
  lastUpdate: CalendarDate;
}
interface ExpectedVerdict {
  unit: string;
  verdict: 'no_problem' | 'pass' | 'fail';
  carryOver: 'none' | 'partly' | 'not';
}

/**
 * What a month shows. December's columns, limits and verdicts are the notice's own rows; only the dates of last update
 * are ours. November, which was not published, follows from the same dates.
 */
export function langxiExpected(seed: Seed, register: Register): object {
  const sites = seed.channels.filter((c) => c.kind === 'disclosure_site');
  const december: ExpectedVerdict[] = sites.map((c) => ({
    unit: c.owner as string,
    verdict: c.verdict as ExpectedVerdict['verdict'],
    carryOver: c.lastMonthRectification === 'partly_rectified' ? 'partly' : c.lastMonthRectification === 'not_rectified' ? 'not' : 'none',
  }));
  const novemberColumns = columnsAt(register, '2022-11-27');
  const carried = ['县人社局', '县公安局'];
  const november: ExpectedVerdict[] = sites.map((c) => {
    const unit = c.owner as string;
    if (carried.includes(unit)) return { unit, verdict: 'fail', carryOver: 'partly' };
    return { unit, verdict: novemberColumns.some((p) => p.unit === unit) ? 'pass' : 'no_problem', carryOver: 'none' };
  });
  return {
    '2022-11-27 columns': novemberColumns,
    '2022-11-27 verdicts': november,
    '2022-12-27 columns': printedColumns(seed),
    '2022-12-27 verdicts': december,
  };
}

/** State of every silent column on a day by plain calendar arithmetic. */
function columnsAt(register: Register, day: CalendarDate): ExpectedColumn[] {
  return register.units.flatMap((unit) =>
    register.columns.flatMap((column) => {
      if (column.unitId !== unit.id || column.limit === null) return [];
      const spell = LANGXI_SILENCES.findLast(
        (s) => s.unit === unit.name && s.column === column.path.join('—') && s.from <= day && (s.to === null || day < s.to),
      );
      if (!spell) return [];
      const left = daysLeft(spell.from, column.limit, day);
      if (left > HORIZON_DAYS) return [];
      return [
        {
          unit: unit.name,
          path: column.path,
          limit: column.limit,
          state: left < 0 ? 'overdue' : 'due_soon',
          lastUpdate: spell.from,
        } as const,
      ];
    }),
  );
}

/** The columns that attachment 1 names, as registered paths. */
function printedColumns(seed: Seed): ExpectedColumn[] {
  return seed.problems.flatMap((p) => {
    if (p.category !== 'column_overdue' && p.category !== 'column_due_soon') return [];
    return registeredPaths(p.unit as string, p.column as string[]).map((path) => {
      const spell = LANGXI_SILENCES.find((s) => s.unit === p.unit && s.column === path.join('—') && s.to === null);
      if (!spell) throw new Error(`no date for ${p.unit} ${path.join('—')}`);
      const state = p.category === 'column_overdue' ? ('overdue' as const) : ('due_soon' as const);
      return { unit: p.unit as string, path, limit: p.threshold as Limit, state, lastUpdate: spell.from };
    });
  });
}

/** The notice writes 本部门三公经费 without quotes, and counts the three sub-columns of 梅渚镇 without naming them. */
function registeredPaths(unit: string, printed: string[]): string[][] {
  if (printed.join('—') === '三公经费') return [['本部门三公经费']];
  if (printed.at(-1) !== '（3个子栏目）') return [printed];
  const parent = printed.slice(0, -1);
  const names = LANGXI_SILENCES.filter((s) => s.unit === unit && s.column.startsWith(`${parent.join('—')}—`));
  return names.map((s) => s.column.split('—'));
}
