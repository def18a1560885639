import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { rectificationReportAsk } from '../../../src/contract/endpoints/rectification-report-ask.ts';
import type { rectificationReportMonths } from '../../../src/contract/endpoints/rectification-report-months.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useAct } from '../ledger/acts/use-act.ts';

/** 要求上报: what was handed over in a month outside any notice is asked for too, of all its units or of one, by a day. */
export function AskForm({ areaId, close, asked }: { areaId: string; close(): void; asked(about: string): void }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['rectification-report-months', areaId],
    queryFn: ({ signal }) => call<typeof rectificationReportMonths>('/api/areas/:areaId/rectification-report-months', { areaId }, signal),
  });
  const [month, setMonth] = useState<string>();
  const [unitId, setUnit] = useState('');
  const [day, setDay] = useState<string>();
  const dayId = useId();
  const ask = useAct(async (input: { month: string; unitId: string | null; due: string }) => {
    await send<typeof rectificationReportAsk>('/api/areas/:areaId/rectification-reports/ask', { areaId, ...input });
    asked(`period:${input.month}`);
  });
  if (!data) return <Unready error={error} retry={refetch} what="可要求上报的月份" />;
  const chosen = data.months.find((one) => one.month === month) ?? data.months[0];
  if (!chosen)
    return (
      <EmptyState
        title="近一年没有单独交办的问题"
        next="随通报交办的问题，印发后自动列入扫描件上报；在台账里单独交办的，才在这里要求上报。"
      />
    );
  const due = day ?? data.due;
  const problems = chosen.units.reduce((sum, unit) => sum + (unitId === '' || unit.id === unitId ? unit.problems : 0), 0);
  return (
    <Section title="要求上报扫描件" note="没有随通报、在台账里单独交办的问题">
      <FaultsOf error={ask.error}>
        <form
          className="ask-reports"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate({ month: chosen.month, unitId: unitId || null, due });
          }}
        >
          <Select
            aria-label="交办月份"
            value={chosen.month}
            popupMatchSelectWidth={false}
            options={data.months.map((one) => ({ value: one.month, label: `${one.label}交办` }))}
            onChange={(value: string) => {
              setMonth(value);
              setUnit('');
            }}
          />
          <Select
            aria-label="单位"
            value={unitId}
            popupMatchSelectWidth={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={[
              { value: '', label: `全部 ${chosen.units.length} 个单位` },
              ...chosen.units.map((unit) => ({ value: unit.id, label: `${unit.name}（${unit.problems} 个问题）` })),
            ]}
            onChange={setUnit}
          />
          <span className="ask-day">
            <label htmlFor={dayId}>上报期限</label>
            <Input id={dayId} type="date" min={data.today} value={due} onChange={(event) => setDay(event.target.value)} />
            <FaultAt at="due" />
          </span>
          <Button htmlType="submit" type="primary" loading={ask.isPending} disabled={due === ''}>
            要求上报
          </Button>
          <Button onClick={close}>取消</Button>
        </form>
      </FaultsOf>
      <p className="section-foot">共 {problems} 个问题；发出后单位在“本单位”里看到，并收到消息。再次要求的，以最后一次的期限为准。</p>
      {ask.error && <ErrorState error={ask.error} />}
    </Section>
  );
}
