import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import type { z } from 'zod';
import type { noticeTaskDone } from '../../../src/contract/endpoints/notice-task-done.ts';
import type { noticeTasks } from '../../../src/contract/endpoints/notice-tasks.ts';
import type { noticeTasksFile } from '../../../src/contract/endpoints/notice-tasks-file.ts';
import { addressOf, call, send } from '../../api.ts';
import { useAddress } from '../../app/use-address.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import { type Column, Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { TaskHelpers } from './task-helpers.tsx';

type Tasks = Awaited<ReturnType<typeof call<typeof noticeTasks>>>;
type Task = Tasks['rows'][number];
type Key = 'tasks' | 'taskWords' | 'tasksBy' | 'tasksPage';
type Asked = z.input<(typeof noticeTasksFile)['input']>;
const ALL = 'all';
const STATES = [
  { value: 'open', label: '未落实' },
  { value: 'late', label: '逾期未落实' },
  { value: 'done', label: '已落实' },
  { value: ALL, label: '全部' },
];
const SORTS = [
  { value: 'due', label: '时限近的在前' },
  { value: 'unit', label: '按单位' },
  { value: 'notice', label: '最近通报在前' },
];

/**
 * 要求落实: each requirement of an issued notice for each addressee. Those that are not done, unless the address asks for others; its
 * keys are its own, as the list of notices stands on the same page.
 */
export function Tasks({ areaId }: { areaId: string }) {
  const { search, change } = useAddress<Key>({ replace: true });
  const narrow = (values: Partial<Record<Key, string | undefined>>) => change({ tasksPage: undefined, ...values });
  const go = (page: string | undefined) => change({ tasksPage: page });
  const { tasks: state = 'open', taskWords: q, tasksBy: sort, tasksPage = '1' } = search;
  const asked = { areaId, q, sort, state: state === ALL ? undefined : state } as Asked;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['notice-tasks', areaId, asked, tasksPage],
    queryFn: ({ signal }) => call<typeof noticeTasks>('/api/areas/:areaId/notice-tasks', { ...asked, page: tasksPage }, signal),
    placeholderData: keepPreviousData,
  });
  const settle = useMutation({
    mutationFn: (input: { noticeId: string; paragraphId: string; addressee: string; done: boolean }) =>
      send<typeof noticeTaskDone>('/api/areas/:areaId/notices/:noticeId/tasks', { areaId, ...input }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notice-tasks', areaId] }),
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data || data.counts.all === 0) return null;
  const { counts, rows, total } = data;
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
    <Section
      title="通报要求落实"
      note={`未落实 ${counts.open} 条${counts.late > 0 ? `，其中逾期 ${counts.late} 条` : ''}，共 ${counts.all} 条`}
    >
      <search className="filters" aria-label="筛选通报要求">
        <Select aria-label="落实" value={state} options={STATES} popupMatchSelectWidth={false} onChange={(tasks) => narrow({ tasks })} />
        <Select aria-label="要求的排序" value={sort ?? 'due'} options={SORTS} onChange={(tasksBy) => narrow({ tasksBy })} />
        <Input.Search
          className="words"
          aria-label="查找单位、要求、通报"
          placeholder="单位、要求、通报"
          allowClear
          defaultValue={q}
          onSearch={(words) => narrow({ taskWords: words || undefined })}
        />
        <ExportLink href={addressOf<typeof noticeTasksFile>('/api/areas/:areaId/notice-tasks.xlsx', asked)} />
      </search>
      {settle.error && <ErrorState error={settle.error} />}
      {total > 0 && rows.length === 0 ? (
        <NoSuchPage of={data} go={go} />
      ) : rows.length === 0 ? (
        <EmptyState
          title={state === 'open' && !q ? '要求都已落实' : '没有符合条件的要求'}
          next={state === 'open' && !q ? '选“全部”可以看到已落实的。' : '请放宽上面的条件。'}
        />
      ) : (
        <Rows
          label="通报要求落实"
          rows={rows}
          columns={columns}
          keyOf={({ noticeId, paragraphId, addressee }) => `${noticeId} ${paragraphId} ${addressee}`}
        />
      )}
      <Pages of={data} go={go} />
    </Section>
  );
}
