import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { periodClose } from '../../../src/contract/endpoints/period-close.ts';
import { send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useNoticeChoices } from './use-notice-choices.ts';

/** 结账: a month or quarter at its cut-off. What a notice says rests on it, so the next step is the draft. */
export function ClosePeriod({ areaId, draft, close }: { areaId: string; draft(): void; close(): void }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useNoticeChoices(areaId);
  const [period, setPeriod] = useState<string>();
  const [cutoff, setCutoff] = useState<string>();
  const work = useMutation({
    mutationFn: (input: { period: string; cutoff: string }) =>
      send<typeof periodClose>('/api/areas/:areaId/periods/:period/close', { areaId, ...input }),
    // Nearly every page of the area shows what a period came to.
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!data) return <Unready error={error} retry={refetch} what="可结账的期" />;
  const chosen = data.closable.find(({ id }) => id === period) ?? data.closable[0];
  if (!chosen) return <EmptyState title="没有可以结账的期" next="本期和上期的通报都已印发；到下一期再来结账。" />;
  const day = cutoff ?? chosen.cutoff;
  return (
    <Section title="结账" note="按统计截止日算出检查结果；未整改的问题转入下期">
      <FaultsOf error={work.error}>
        <form
          className="new-notice"
          onSubmit={(event) => {
            event.preventDefault();
            work.mutate({ period: chosen.id, cutoff: day });
          }}
        >
          <Select
            aria-label="结账的期"
            value={chosen.id}
            options={data.closable.map(({ id, label }) => ({ value: id, label }))}
            onChange={(id: string) => {
              setPeriod(id);
              setCutoff(undefined);
            }}
          />
          <FaultAt at="period" />
          <Input
            type="date"
            aria-label="统计截止日"
            value={day}
            min={chosen.from}
            max={chosen.to}
            onChange={(event) => setCutoff(event.target.value)}
          />
          <FaultAt at="cutoff" />
          <Button htmlType="submit" type="primary" loading={work.isPending} disabled={day === ''}>
            结账
          </Button>
          <Button onClick={close}>收起</Button>
        </form>
      </FaultsOf>
      {work.error && <ErrorState error={work.error} />}
      {work.data && !work.isPending && (
        <p role="status" className="section-foot">
          已结账：{work.data.channels} 个网站和账号，其中不合格 {work.data.failing} 个、待人工判定 {work.data.undecided} 个。{' '}
          <button type="button" className="plain" onClick={draft}>
            起草通报
          </button>
        </p>
      )}
    </Section>
  );
}
