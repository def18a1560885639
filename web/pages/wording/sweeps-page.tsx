import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import type { keySweepOrder } from '../../../src/contract/endpoints/key-sweep-order.ts';
import type { keySweepWithdraw } from '../../../src/contract/endpoints/key-sweep-withdraw.ts';
import type { keySweeps } from '../../../src/contract/endpoints/key-sweeps.ts';
import type { keySweepsFile } from '../../../src/contract/endpoints/key-sweeps-file.ts';
import { OFFICE_AND_UNIT, OVERSEERS, WATCHERS } from '../../../src/contract/who.ts';
import { listedRounds, SWEEP_SORTS, SWEEP_STATES } from '../../../src/core/lists/key-sweeps.ts';
import { addressOf, call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { NumberField } from '../../parts/number-field.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { SignRound } from './sign-round.tsx';
import { WithdrawnSweeps } from './withdrawn-sweeps.tsx';
import '../notices/workshop.css';
import '../text-errors/text-errors.css';

type Sweeps = z.output<(typeof keySweeps)['output']>;
type Round = Sweeps['rounds'][number];

/** 定期排查 of key information: what was ordered, who has signed, who is late. */
export function Page() {
  const { areaId } = usePlace();
  const { search, change } = useAddress<'q' | 'state' | 'sort'>({ replace: true });
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<Round | null>(null);
  const key = ['key-sweeps', areaId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<typeof keySweeps>('/api/areas/:areaId/key-sweeps', { areaId }, signal),
  });
  const onSuccess = () => queries.invalidateQueries({ queryKey: key });
  const order = useMutation({
    mutationFn: (wanted: { title: string; scope: string; everyMonths: number; firstDue: string }) =>
      send<typeof keySweepOrder>('/api/areas/:areaId/key-sweeps', { areaId, ...wanted }),
    onSuccess,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="定期排查" />;
  const rounds = listedRounds(data.rounds, search);
  const { q, state, sort } = search;
  const asked = { areaId, q, state, sort } as z.input<(typeof keySweepsFile)['input']>;
  const ready = !order.isPending;
  const newest = new Map(data.rounds.toReversed().map(({ sweepId, dueOn }) => [sweepId, dueOn]));
  return (
    <>
      <div className="page-head">
        <h1>定期排查</h1>
        <p className="page-note">重点信息由各单位定期自查并签认。到期没有签认的单位列在前面。</p>
      </div>
      <search className="filters" aria-label="筛选定期排查">
        <Input.Search
          className="words"
          aria-label="查找排查、单位"
          placeholder="排查、单位"
          allowClear
          defaultValue={search.q}
          onSearch={(words) => change({ q: words || undefined })}
        />
        <Select
          allowClear
          aria-label="情况"
          placeholder="全部情况"
          value={search.state}
          options={choicesOf(SWEEP_STATES)}
          onChange={(state?: string) => change({ state })}
        />
        <Select
          aria-label="排序"
          value={search.sort ?? 'new'}
          options={choicesOf(SWEEP_SORTS)}
          onChange={(sort: string) => change({ sort: sort === 'new' ? undefined : sort })}
        />
        <Only who={OVERSEERS}>
          <ExportLink href={addressOf<typeof keySweepsFile>('/api/areas/:areaId/key-sweeps.xlsx', asked)} />
        </Only>
      </search>
      {data.late > 0 && (
        <p className="text-grave" role="alert">
          到期未签认 {data.late} 家次。
        </p>
      )}
      <Only who={WATCHERS}>
        <Section title="布置排查">
          <FaultsOf error={order.error}>
            <OrderForm key={order.data?.id ?? ''} ready={ready} today={data.today} save={(wanted) => order.mutate(wanted)} />
          </FaultsOf>
          {order.error && <ErrorState error={order.error} />}
        </Section>
      </Only>
      {data.rounds.length === 0 && (
        <EmptyState title="没有要签认的排查" next="政务公开办或者信息中心布置以后，有网站的单位都要签认，会列在这里。" />
      )}
      {data.rounds.length > 0 && rounds.length === 0 && <EmptyState title="没有符合条件的排查" next="请放宽上面的条件。" />}
      {rounds.map((round) => (
        <RoundSection key={`${round.sweepId} ${round.dueOn}`} areaId={areaId} round={round}>
          {newest.get(round.sweepId) === round.dueOn && (
            <Only who={WATCHERS}>
              <Button size="small" aria-label={`布置错了，撤回：${round.title}`} onClick={() => setLeaving(round)}>
                布置错了，撤回
              </Button>
            </Only>
          )}
        </RoundSection>
      ))}
      <WithdrawnSweeps sweeps={data.withdrawn} />
      {leaving && (
        <ReasonDialog
          title={`撤回“${leaving.title}”`}
          note="撤回后各单位不再要签认这项排查，各期都不算逾期；已经签认的保留，撤回人和理由各单位都看得到。撤回后不能恢复，需要时重新布置。"
          label="理由"
          placeholder="如周期写错，另行布置"
          action="撤回"
          work={async (reason) => {
            const { sweepId } = leaving;
            await send<typeof keySweepWithdraw>('/api/areas/:areaId/key-sweeps/:sweepId/withdraw', { areaId, sweepId, reason });
            await onSuccess();
          }}
          close={() => setLeaving(null)}
        />
      )}
    </>
  );
}

const choicesOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));

function OrderForm({
  ready,
  today,
  save,
}: {
  ready: boolean;
  today: string;
  save(wanted: { title: string; scope: string; everyMonths: number; firstDue: string }): void;
}) {
  const [values, setValues] = useState({ title: '', scope: '', everyMonths: 3, firstDue: today });
  const { title, scope, everyMonths, firstDue } = values;
  return (
    <form
      className="wording-form"
      aria-label="布置排查"
      onSubmit={(event) => {
        event.preventDefault();
        save({ ...values, title: title.trim(), scope: scope.trim() });
      }}
    >
      <div className="wording-field">
        <span>名称</span>
        <TextLine
          aria-label="名称"
          value={title}
          most={60}
          at="title"
          onChange={(event) => setValues({ ...values, title: event.target.value })}
        />
      </div>
      <div className="wording-field">
        <span>排查范围</span>
        <TextLine
          aria-label="排查范围"
          className="wide"
          value={scope}
          most={500}
          at="scope"
          onChange={(event) => setValues({ ...values, scope: event.target.value })}
        />
      </div>
      <div className="wording-field">
        <span>每几个月一次</span>
        <NumberField
          aria-label="每几个月一次"
          min={1}
          max={24}
          must
          at="everyMonths"
          value={everyMonths}
          set={(value) => setValues({ ...values, everyMonths: Number(value) })}
        />
      </div>
      <div className="wording-field">
        <span>首次完成日期</span>
        <Input
          aria-label="首次完成日期"
          type="date"
          value={firstDue}
          onChange={(event) => setValues({ ...values, firstDue: event.target.value })}
        />
        <FaultAt at="firstDue" />
      </div>
      <Button type="primary" htmlType="submit" disabled={!ready || title.trim() === '' || scope.trim() === '' || firstDue === ''}>
        布置
      </Button>
    </form>
  );
}

/** One round; `children`: what is done with the whole order. */
function RoundSection({ areaId, round, children }: { areaId: string; round: Round; children: ReactNode }) {
  const { sweepId, dueOn, title, scope, everyMonths, units } = round;
  const [at, setAt] = useState<string | null>(null);
  const late = units.filter((unit) => unit.late).length;
  const done = units.filter((unit) => unit.done !== null).length;
  const inOrder = units.toSorted((a, b) => Number(b.late) - Number(a.late));
  return (
    <Section
      title={`${title}（${dueOn} 前完成）`}
      note={`每 ${everyMonths} 个月；已签认 ${done} 家，共 ${units.length} 家${late > 0 ? `，逾期 ${late} 家` : ''}`}
    >
      <p className="section-foot wrap">
        范围：{scope}　{children}
      </p>
      <ul className="text-places">
        {inOrder.map(({ id, name, late: isLate, done: signed }) => (
          <li key={id}>
            <b>{name}</b>
            {'　'}
            {signed ? (
              <span className="sub">
                {signed.result}（发现 {signed.found} 处；{signed.by} {moment(signed.at)} 签认）
              </span>
            ) : at === id ? (
              <SignRound round={{ areaId, sweepId, dueOn, unitId: id }} close={() => setAt(null)} />
            ) : (
              <>
                {isLate && <b className="is-bad">逾期未签认　</b>}
                <Only who={OFFICE_AND_UNIT}>
                  <Button size="small" aria-label={`签认：${name}`} onClick={() => setAt(id)}>
                    签认
                  </Button>
                </Only>
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
