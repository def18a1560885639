import { dateAt } from '../../core/date.ts';
import type { Scope } from '../../core/role.ts';
import type { TaskQuery } from '../../store/requirements.ts';
import { listFile } from '../media/list-file.ts';
import type { App } from '../open.ts';
import { viewTasks } from './notice-tasks.ts';

const STATES = { open: '未落实', late: '逾期未落实', done: '已落实' } as const;

/** 通报要求落实 as a workbook: a line each requirement and addressee, those asked for. */
export async function tasksFile(app: App, areaId: string, scope: Scope, query: TaskQuery) {
  const { today, rows } = await viewTasks(app, areaId, scope, query);
  return listFile(app, areaId, {
    ...{ day: today, name: '通报要求落实情况', rule: 'notice-task/1（时限当天落实的不算逾期；没有定时限的不计逾期）' },
    filters: [
      ['单位、要求、通报', query.words],
      ['落实', query.state && STATES[query.state]],
      ['通报', query.noticeId && (rows.find(({ noticeId }) => noticeId === query.noticeId)?.notice ?? query.noticeId)],
    ],
    head: ['单位', '要求', '内容', '通报', '协助单位', '完成时限', '落实', '确认人', '确认日期'],
    widths: [26, 24, 60, 44, 30, 16, 14, 12, 12],
    rows: rows.map((row) => [
      ...[row.addressee, row.heading, row.text, row.notice, row.helpers.map(({ name }) => name).join('、')],
      row.dueOn && `${row.dueOn}${row.provisional ? '（暂定）' : ''}`,
      ...[STATES[row.doneAt !== null ? 'done' : row.overdue ? 'late' : 'open'], row.doneBy, row.doneAt && dateAt(row.doneAt)],
    ]),
  });
}
