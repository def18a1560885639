import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { noticeTaskDone } from '../../../src/contract/endpoints/notice-task-done.ts';
import type { noticeTasks } from '../../../src/contract/endpoints/notice-tasks.ts';
import { call, send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { TaskHelpers } from './task-helpers.tsx';

const FEW = 12;

type Task = Awaited<ReturnType<typeof call<typeof noticeTasks>>>[number];

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
  const columns: Column<Task>[] = [
    { title: '单位', width: 170, card: 'head', cell: ({ addressee }) => addressee },
    {
      title: '要求',
      card: 'body',
      cell: ({ heading, notice }) => (
        <>
          {heading}
          <small className="sub">{notice}</small>
        </>
      ),
    },
    { title: '协助单位', width: 230, cell: (task) => <TaskHelpers areaId={areaId} task={task} /> },
    {
      title: '完成时限',
      width: 150,
      cell: ({ dueOn, overdue, provisional }) => (
        <span className={overdue ? 'is-bad' : undefined}>
          {dueOn ?? '—'}
          {overdue && '（逾期）'}
          {provisional && <small className="sub">放假安排未公布，暂定</small>}
        </span>
      ),
    },
    {
      title: '落实',
      width: 130,
      card: 'acts',
      cell: ({ noticeId, paragraphId, addressee, doneAt, doneBy }) => (
        <>
          {doneAt && <small className="sub">{doneBy} 已确认</small>}
          <Button size="small" onClick={() => settle.mutate({ noticeId, paragraphId, addressee, done: doneAt === null })}>
            {doneAt ? '改回未落实' : '已落实'}
          </Button>
        </>
      ),
    },
  ];
  return (
    <Section title="通报要求落实" note={`未落实 ${open.length} 条${late > 0 ? `，其中逾期 ${late} 条` : ''}，共 ${data.length} 条`}>
      <Rows
        label="通报要求落实"
        rows={shown}
        columns={columns}
        keyOf={({ noticeId, paragraphId, addressee }) => `${noticeId} ${paragraphId} ${addressee}`}
      />
      {settle.error && <ErrorState error={settle.error} />}
      {data.length > shown.length && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          显示全部 {data.length} 条
        </button>
      )}
    </Section>
  );
}
