import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { verdictDecide } from '../../../src/contract/endpoints/verdict-decide.ts';
import type { verdictObject } from '../../../src/contract/endpoints/verdict-object.ts';
import type { verdictObjections } from '../../../src/contract/endpoints/verdict-objections.ts';
import { OFFICE, OFFICE_AND_UNIT } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { useAreas, usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { Lacking } from '../../parts/lacking.tsx';
import { Section } from '../../parts/section.tsx';
import { TextBlock } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useAssessment } from './address.ts';
import { Field } from './entry-forms.tsx';

type Objections = z.output<(typeof verdictObjections)['output']>;
type Row = Objections['rows'][number];
type Verdict = NonNullable<z.input<(typeof verdictDecide)['input']>['verdict']>;
const VERDICTS: Readonly<Record<Verdict, string>> = { no_problem: '无问题', pass: '合格', fail: '不合格', undecided: '未能认定' };
const PATH = '/api/areas/:areaId/periods/:periodId/objections';

/** 检查结果异议: what units say against the results of a period before its notice is issued, and what became of it. */
export function VerdictsView({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { role } = useMe();
  const { change } = useAssessment();
  const area = useAreas().data?.find(({ id }) => id === areaId);
  const periodId = period ?? area?.periods[0]?.id;
  const { data, error, refetch } = useQuery({
    queryKey: ['verdict-objections', areaId, periodId],
    queryFn: ({ signal }) => call<typeof verdictObjections>(PATH, { areaId, periodId: periodId as string }, signal),
    enabled: periodId !== undefined,
  });
  if (area && area.periods.length === 0)
    return <EmptyState title="还没有结账过任何一期" next="每期结账后、印发通报前，单位可以对检查结果提出异议。" />;
  if (!data || periodId === undefined) return <Unready error={error} retry={refetch} what="异议" />;
  return (
    <>
      <div className="text-states">
        <Select
          aria-label="期"
          value={periodId}
          popupMatchSelectWidth={false}
          options={area?.periods.map(({ id, label }) => ({ value: id, label }))}
          onChange={(id) => change({ period: id })}
        />
      </div>
      {data.issued ? (
        <p className="section-foot">这一期的通报已经印发，不再受理新的异议；印发前提出的仍须答复，采纳的由更正件改正。</p>
      ) : (
        <Only who={OFFICE_AND_UNIT}>
          <ObjectForm key={`${periodId} ${data.rows.length}`} areaId={areaId} periodId={periodId} choices={data.choices} />
        </Only>
      )}
      <Section title="异议" note={`${data.rows.length} 条`}>
        {data.rows.length === 0 && (
          <p className="section-foot">{role === 'unit' ? '本单位这一期没有提出异议。' : '这一期没有单位提出异议。'}</p>
        )}
        <ul className="assess-entries">
          {data.rows.map((row) => (
            <Line key={row.id} areaId={areaId} periodId={periodId} row={row} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function ObjectForm({ areaId, periodId, choices }: { areaId: string; periodId: string; choices: Objections['choices'] }) {
  const queries = useQueryClient();
  const [channelId, setChannel] = useState<string>();
  const [reason, setReason] = useState('');
  const [proof, setProof] = useState('');
  const raise = useMutation({
    mutationFn: () =>
      send<typeof verdictObject>(PATH, {
        ...{ areaId, periodId, channelId: channelId as string, reason: reason.trim(), proof: proof.trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['verdict-objections', areaId] }),
  });
  if (choices.length === 0)
    return (
      <Section title="提出异议">
        <p className="section-foot">本单位没有网站、账号在这一期有检查结果，不需要提出异议。</p>
      </Section>
    );
  return (
    <Section title="提出异议" note="由网站、账号的主办单位提出">
      <FaultsOf error={raise.error}>
        <form
          className="assess-form"
          aria-label="对检查结果提出异议"
          onSubmit={(event) => {
            event.preventDefault();
            raise.mutate();
          }}
        >
          <div className="assess-field">
            <span>网站、账号</span>
            <Select
              aria-label="网站、账号"
              value={channelId}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              style={{ minWidth: 240 }}
              options={choices.map(({ id, name, unit, verdictName }) => ({ value: id, label: `${unit}　${name}（${verdictName}）` }))}
              onChange={setChannel}
            />
            <FaultAt at="channelId" />
          </div>
          <Field name="理由" value={reason} set={setReason} at="reason" />
          <Field name="佐证（网址、材料名称）" value={proof} set={setProof} at="proof" />
          <Button type="primary" htmlType="submit" disabled={!channelId || reason.trim() === '' || raise.isPending}>
            提出
          </Button>
        </form>
      </FaultsOf>
      {raise.error && <ErrorState error={raise.error} />}
    </Section>
  );
}

const said = (version: Record<string, unknown>): string => {
  const reasons = Array.isArray(version.reasons) ? version.reasons.join('；') : '';
  return `${VERDICTS[version.verdict as Verdict] ?? ''}${reasons && `（${reasons}）`}`;
};

function Line({ areaId, periodId, row }: { areaId: string; periodId: string; row: Row }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [verdict, setVerdict] = useState<Verdict>();
  const [lines, setLines] = useState('');
  const { channel, unit, before, after, decision } = row;
  const answer = useMutation({
    mutationFn: (accept: boolean) =>
      send<typeof verdictDecide>(`${PATH}/:objectionId`, {
        ...{ areaId, periodId, objectionId: row.id, accept, reason: reason.trim() },
        ...(accept && verdict ? { verdict } : {}),
        reasons: lines.split('\n').flatMap((line) => line.trim() || []),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['verdict-objections', areaId] });
      await queries.invalidateQueries({ queryKey: ['channels', areaId] });
    },
  });
  const sound = reason.trim() !== '' && !answer.isPending;
  return (
    <li>
      <b className="wrap">
        {unit}　{channel.name}
      </b>
      <p className="wrap">原结果：{said(before)}</p>
      {after && <p className="wrap">采纳后的结果：{said(after)}</p>}
      <div className="assess-objection">
        <p className="wrap">
          异议：{row.reason}
          {row.proof && `（佐证：${row.proof}）`}
          <small className="sub">
            {row.raisedBy}　{moment(row.raisedAt)}
          </small>
        </p>
        <p className={decision ? 'wrap' : 'is-undecided'}>
          {decision ? `${decision.outcome === 'accepted' ? '采纳' : '不采纳'}：${decision.reason}` : '待办公室答复'}
          {decision && (
            <small className="sub">
              {decision.by}　{moment(decision.at)}
            </small>
          )}
        </p>
      </div>
      {!decision && (
        <Only who={OFFICE}>
          <FaultsOf error={answer.error}>
            <fieldset className="assess-form assess-answer" aria-label="答复异议">
              <Field name="答复的理由" value={reason} set={setReason} at="reason" />
              <div className="assess-field">
                <span>采纳后的结果</span>
                <Select
                  aria-label="采纳后的结果"
                  value={verdict}
                  placeholder="请选择"
                  style={{ minWidth: 120 }}
                  options={Object.entries(VERDICTS).map(([value, label]) => ({ value: value as Verdict, label }))}
                  onChange={setVerdict}
                />
                <FaultAt at="verdict" />
              </div>
              <div className="assess-field">
                <span>采纳后仍要印的问题，一行一条</span>
                <TextBlock
                  className="wide"
                  aria-label="采纳后仍要印的问题"
                  rows={2}
                  most={2000}
                  at="reasons"
                  value={lines}
                  onChange={(event) => setLines(event.target.value)}
                />
              </div>
              <Button type="primary" disabled={!sound || verdict === undefined} onClick={() => answer.mutate(true)}>
                采纳
              </Button>
              <Button disabled={!sound} onClick={() => answer.mutate(false)}>
                不采纳
              </Button>
              <Lacking fields={[reason.trim() === '' && '答复的理由', verdict === undefined && '采纳后的结果（不采纳的不用填）']} />
            </fieldset>
          </FaultsOf>
        </Only>
      )}
      {answer.error && <ErrorState error={answer.error} />}
    </li>
  );
}
