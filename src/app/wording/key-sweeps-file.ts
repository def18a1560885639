import { dateAt } from '../../core/date.ts';
import { listedRounds, SWEEP_STATES, type SweepState, type SweepsAsked, sweepState } from '../../core/lists/key-sweeps.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewRounds } from './rounds.ts';

/** 定期排查 as a workbook: the units asked for of each round, signed or not. */
export async function keySweepsFile(app: App, areaId: string, asked: SweepsAsked & { state?: SweepState | undefined }) {
  const { rounds, today } = await viewRounds(app, areaId);
  return listFile(app, areaId, {
    ...{ day: today, name: '定期排查签认', rule: 'key-sweep/1（到期日当天签认的不算逾期）' },
    filters: [
      ['排查、单位', asked.q],
      ['情况', asked.state && SWEEP_STATES[asked.state]],
    ],
    head: ['排查', '范围', '周期（月）', '完成期限', '单位', '情况', '排查结果', '发现处数', '签认人', '签认日期'],
    widths: [26, 36, 10, 12, 26, 10, 40, 10, 10, 12],
    rows: listedRounds(rounds, asked).flatMap(({ title, scope, everyMonths, dueOn, units }) =>
      units.map((unit) => [
        ...[title, scope, everyMonths, dueOn, unit.name, SWEEP_STATES[sweepState(unit)]],
        ...[unit.done?.result ?? null, unit.done?.found ?? null, unit.done?.by ?? null, unit.done ? dateAt(unit.done.at) : null],
      ]),
    ),
  });
}
