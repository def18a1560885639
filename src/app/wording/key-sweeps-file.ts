import { dateAt } from '../../core/date.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { lateUnits, viewKeySweeps } from './key-sweeps.ts';

/** 定期排查 as a workbook: each unit of each round, signed or not. */
export async function keySweepsFile(app: App, areaId: string) {
  const { rounds, today } = await viewKeySweeps(app, areaId);
  return listFile(app, areaId, {
    ...{ day: today, name: '定期排查签认', rule: 'key-sweep/1（到期日当天签认的不算逾期）' },
    head: ['排查', '范围', '周期（月）', '完成期限', '单位', '情况', '排查结果', '发现处数', '签认人', '签认日期'],
    widths: [26, 36, 10, 12, 26, 10, 40, 10, 10, 12],
    rows: rounds.flatMap((round) => {
      const late = new Set(lateUnits(round, today).map(({ id }) => id));
      const { title, scope, everyMonths } = round.sweep;
      return round.units.map(({ id, name, done }) => [
        ...[title, scope, everyMonths, round.dueOn, name, done ? '已签认' : late.has(id) ? '逾期未签认' : '未签认'],
        ...[done?.result ?? null, done?.found ?? null, done?.signedBy ?? null, done ? dateAt(done.signedAt) : null],
      ]);
    }),
  });
}
