import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { noticeRequirementRetire } from '../../../../src/contract/endpoints/notice-requirement-retire.ts';
import type { noticeRequirementSave } from '../../../../src/contract/endpoints/notice-requirement-save.ts';
import type { noticeRequirements } from '../../../../src/contract/endpoints/notice-requirements.ts';
import { call, send } from '../../../api.ts';
import { ErrorState } from '../../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../../parts/faults.tsx';
import { TextBlock, TextLine } from '../../../parts/text-field.tsx';
import { DeadlineField } from './deadline-field.tsx';
import type { Deadline } from './types.ts';

export interface LibraryRequirement {
  id: string;
  heading: string;
  text: string;
  deadline: Deadline | null;
}

/** 工作要求库: requirements the office uses again; one that is put in becomes a task of every addressee when issued. */
export function RequirementPanel({
  areaId,
  insert,
  signedDate,
}: {
  areaId: string;
  insert(requirement: LibraryRequirement): void;
  signedDate: string | null;
}) {
  const queries = useQueryClient();
  const key = ['requirements', areaId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<typeof noticeRequirements>('/api/areas/:areaId/requirements', { areaId }, signal),
  });
  const kept = { onSuccess: (rows: LibraryRequirement[]) => queries.setQueryData(key, rows) };
  const retire = useMutation({
    mutationFn: (requirementId: string) =>
      send<typeof noticeRequirementRetire>('/api/areas/:areaId/requirements/:requirementId/retire', { areaId, requirementId }),
    ...kept,
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  return (
    <div className="library">
      <p className="section-foot">插入正文后，印发时为每个主送单位各立一条待办，时限按工作日历计算。</p>
      {data?.length === 0 && <p className="section-foot">库里还没有工作要求，可在下面存入常用的。</p>}
      <ul>
        {data?.map((one) => (
          <li key={one.id}>
            <b>{one.heading}</b>
            <p>{one.text}</p>
            <p className="section-foot">{deadlineWords(one.deadline)}</p>
            <span className="disagreement-acts">
              <Button size="small" type="primary" onClick={() => insert(one)}>
                插入正文
              </Button>
              <Button size="small" loading={retire.isPending && retire.variables === one.id} onClick={() => retire.mutate(one.id)}>
                移出
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <NewRequirement areaId={areaId} signedDate={signedDate} saved={kept.onSuccess} />
    </div>
  );
}

function NewRequirement({
  areaId,
  signedDate,
  saved,
}: {
  areaId: string;
  signedDate: string | null;
  saved(rows: LibraryRequirement[]): void;
}) {
  const [heading, setHeading] = useState('');
  const [text, setText] = useState('');
  const [deadline, setDeadline] = useState<Deadline | null>(null);
  const keep = useMutation({
    mutationFn: () => send<typeof noticeRequirementSave>('/api/areas/:areaId/requirements', { areaId, id: null, heading, text, deadline }),
    onSuccess: (rows) => {
      saved(rows);
      setHeading('');
      setText('');
      setDeadline(null);
    },
  });
  return (
    <FaultsOf error={keep.error}>
      <form
        className="new-requirement"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <b>存入一条</b>
        <TextLine
          aria-label="小标题"
          placeholder="小标题"
          value={heading}
          most={60}
          at="heading"
          onChange={(event) => setHeading(event.target.value)}
        />
        <TextBlock
          aria-label="内容"
          placeholder="内容"
          value={text}
          rows={3}
          most={2000}
          at="text"
          onChange={(event) => setText(event.target.value)}
        />
        <DeadlineField value={deadline} change={setDeadline} day={signedDate} />
        <FaultAt at="deadline" />
        {keep.error && <ErrorState error={keep.error} />}
        <Button htmlType="submit" disabled={heading.trim() === '' || text.trim() === ''} loading={keep.isPending}>
          存入要求库
        </Button>
      </form>
    </FaultsOf>
  );
}

function deadlineWords(deadline: Deadline | null): string {
  if (deadline === null) return '不设时限';
  return 'workingDays' in deadline ? `时限：成文之日起 ${deadline.workingDays} 个工作日` : `时限：${deadline.date}`;
}
