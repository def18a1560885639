import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { noticeTaskDone } from '../../../src/contract/endpoints/notice-task-done.ts';
import type { noticeTasks } from '../../../src/contract/endpoints/notice-tasks.ts';
import { call, send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Section } from '../../parts/section.tsx';
import { TaskHelpers } from './task-helpers.tsx';

const FEW = 12;

/** 要求落实: each requirement of an issued notice for each addressee, those that are late first. */
export function Tasks({ areaId }: { areaId: string }) {
  const [all, setAll] = useState(false);
  const queries = useQueryClient();
  const key = ['notice-tasks', areaId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<typeof noticeTasks>('/api/areas/:areaId/notice-tasks', { areaId }, signal),
  });
  const settle = useMutation({
    mutationFn: (input: { noticeId: string; paragraphId: string; addressee: string; done: boolean }) =>
      send<typeof noticeTaskDone>('/api/areas/:areaId/notices/:noticeId/tasks', { areaId, ...input }),
    onSuccess: (rows) => queries.setQueryData(key, rows),
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data || data.length === 0) return null;
  const open = data.filter(({ doneAt }) => doneAt === null);
  const late = open.filter(({ overdue }) => overdue).length;
  const shown = all ? data : open.slice(0, FEW);
  return (
    <Section title="通报要求落实" note={`未落实 ${open.length} 条${late > 0 ? `，其中逾期 ${late} 条` : ''}，共 ${data.length} 条`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label="通报要求落实（可左右滚动）" tabIndex={0}>
        <table className="figures tasks tasks-wide">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">要求</th>
              <th scope="col">协助单位</th>
              <th scope="col">完成时限</th>
              <th scope="col">落实</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((task) => (
              <tr key={`${task.noticeId} ${task.paragraphId} ${task.addressee}`}>
                <td>{task.addressee}</td>
                <td>
                  {task.heading}
                  <span className="sub">{task.notice}</span>
                </td>
                <td>
                  <TaskHelpers areaId={areaId} task={task} />
                </td>
                <td className={task.overdue ? 'is-bad' : undefined}>
                  {task.dueOn ?? '—'}
                  {task.overdue && '（逾期）'}
                  {task.provisional && <span className="sub">放假安排未公布，暂定</span>}
                </td>
                <td>
                  {task.doneAt && <span className="sub">{task.doneBy} 已确认</span>}
                  <Button
                    size="small"
                    onClick={() =>
                      settle.mutate({
                        noticeId: task.noticeId,
                        paragraphId: task.paragraphId,
                        addressee: task.addressee,
                        done: task.doneAt === null,
                      })
                    }
                  >
                    {task.doneAt ? '改回未落实' : '已落实'}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {settle.error && <ErrorState error={settle.error} />}
      {data.length > shown.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          显示全部 {data.length} 条
        </button>
      )}
    </Section>
  );
}
