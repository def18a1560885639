import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { noticeCreate } from '../../../src/contract/endpoints/notice-create.ts';
import { send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useNoticeChoices } from './use-notice-choices.ts';
import './missing.css';

/** 起草通报: a period that was closed and a kind of notice; the rest is written in the editor. */
export function NewNotice({ areaId, close }: { areaId: string; close(): void }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useNoticeChoices(areaId);
  const [period, setPeriod] = useState<string>();
  const [template, setTemplate] = useState<string>();
  const [title, setTitle] = useState<string>();
  const [day, setDay] = useState<string>();
  const dayId = useId();
  const make = useMutation({
    mutationFn: (input: { period: string; template: string; title: string; signedDate: string | null }) =>
      send<typeof noticeCreate>('/api/areas/:areaId/notices', { areaId, ...input }),
    onSuccess: ({ id }) => navigate({ to: '/areas/$areaId/notices/$noticeId/edit', params: { areaId, noticeId: id }, search: {} }),
  });
  if (!data) return <Unready error={error} retry={refetch} what="可起草的期" />;
  const first = data.periods[0];
  if (!first) return <EmptyState title="还没有结账的期" next="请先点“结账”，按统计截止日算出检查结果，再起草通报。" />;
  const chosen = data.periods.find(({ id }) => id === period) ?? first;
  const fitting = data.templates.filter((one) => one.periods.includes(chosen.kind));
  const kind = fitting.find(({ id }) => id === template) ?? fitting[0];
  const words = title ?? chosen.title;
  const signedDate = day ?? chosen.signedDate;
  return (
    <Section title="起草通报" note="数字从该期冻结的快照取得">
      <FaultsOf error={make.error}>
        <form
          className="new-notice"
          onSubmit={(event) => {
            event.preventDefault();
            if (kind) make.mutate({ period: chosen.id, template: kind.id, title: words, signedDate: signedDate || null });
          }}
        >
          <Select
            aria-label="期"
            value={chosen.id}
            options={data.periods.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id: string) => {
              setPeriod(id);
              setTitle(undefined);
              setDay(undefined);
            }}
          />
          <Select
            aria-label="通报种类"
            value={kind?.id}
            placeholder="没有适用的种类"
            options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
            onChange={setTemplate}
          />
          <TextLine aria-label="标题" value={words} most={200} at="title" onChange={(event) => setTitle(event.target.value)} />
          <span className="new-notice-day">
            <label htmlFor={dayId}>成文日期</label>
            <Input id={dayId} type="date" value={signedDate} onChange={(event) => setDay(event.target.value)} />
            <FaultAt at="signedDate" />
          </span>
          <Button htmlType="submit" type="primary" loading={make.isPending} disabled={!kind || words.trim() === ''}>
            起草
          </Button>
          <Button onClick={close}>取消</Button>
        </form>
      </FaultsOf>
      <p className="section-foot">
        {signedDate === '' ? '没有成文日期的草稿可以编辑，但不能送审；' : '成文日期先按今天拟定，编辑时可以改；'}文号在编辑页的“版头”里取。
      </p>
      {make.error && <ErrorState error={make.error} />}
    </Section>
  );
}
