import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import type { z } from 'zod';
import type { noticeTaskHelper } from '../../../src/contract/endpoints/notice-task-helper.ts';
import type { unitPosts } from '../../../src/contract/endpoints/unit-posts.ts';
import type { noticeTask } from '../../../src/contract/notice-task.ts';
import { call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';

/** 协助单位 of one requirement: named by the office, seen by both units. */
export function TaskHelpers({ areaId, task }: { areaId: string; task: z.output<typeof noticeTask> }) {
  const { role } = useMe();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['unit-posts', areaId],
    queryFn: ({ signal }) => call<typeof unitPosts>('/api/areas/:areaId/unit-posts', { areaId }, signal),
    enabled: role === 'office',
  });
  const change = useMutation({
    mutationFn: ({ unitId, helps }: { unitId: string; helps: boolean }) => {
      const { noticeId, paragraphId, addressee } = task;
      return send<typeof noticeTaskHelper>('/api/areas/:areaId/notice-tasks/helper', {
        ...{ areaId, noticeId, paragraphId, addressee, unitId, helps },
      });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notice-tasks', areaId] }),
  });
  const known = task.helpers.map(({ id }) => id);
  if (role !== 'office') return <>{task.helpers.map(({ name }) => name).join('、') || '—'}</>;
  return (
    <>
      <Select
        mode="multiple"
        size="small"
        className="task-helpers"
        aria-label={`${task.addressee}“${task.heading}”的协助单位`}
        placeholder="协助单位"
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        loading={change.isPending}
        value={known}
        options={[...(data?.rows ?? task.helpers)].map(({ id, name }) => ({ value: id, label: name }))}
        onSelect={(unitId: string) => change.mutate({ unitId, helps: true })}
        onDeselect={(unitId: string) => change.mutate({ unitId, helps: false })}
      />
      {change.error && <ErrorState error={change.error} />}
    </>
  );
}
