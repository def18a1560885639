import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { namingMarkAdd } from '../../../src/contract/endpoints/naming-mark-add.ts';
import type { namingMarkLift } from '../../../src/contract/endpoints/naming-mark-lift.ts';
import type { namingMarks } from '../../../src/contract/endpoints/naming-marks.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { call, send } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { TextLine } from '../../parts/text-field.tsx';

type Marks = Awaited<ReturnType<typeof call<typeof namingMarks>>>;
type Fault = Parameters<typeof send<typeof namingMarkAdd>>[1]['fault'];

const FEW_DONE = 5;

/** 待点名单位: marked by the office, named in the next draft, cleared by the notice that is issued. */
export function NamingMarks({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const key = ['naming-marks', areaId];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call<typeof namingMarks>('/api/areas/:areaId/naming-marks', { areaId }, signal),
  });
  const keep = { onSuccess: (answer: Marks) => queries.setQueryData(key, answer) };
  const lift = useMutation({
    mutationFn: (input: { markId: string; reason: string }) =>
      send<typeof namingMarkLift>('/api/areas/:areaId/naming-marks/:markId/lift', { areaId, ...input }),
    ...keep,
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  if (!data) return null;
  const open = data.rows.filter(({ namedIn, lifted }) => !namedIn && !lifted);
  const done = data.rows.filter((row) => !open.includes(row));
  return (
    <Section title="待点名单位" note={open.length > 0 ? `${open.length} 条，写入下一份草稿，印发后自动消除` : '没有待点名的单位'}>
      <ul className="acts marks">
        {open.map((row) => (
          <FaultsOf key={row.id} error={lift.variables?.markId === row.id ? lift.error : null}>
            <Mark row={row} disabled={lift.isPending} lift={(reason) => lift.mutate({ markId: row.id, reason })} />
          </FaultsOf>
        ))}
        {done.slice(0, FEW_DONE).map((row) => (
          <li key={row.id}>
            <b>{row.unit}</b>
            <span>
              {row.fault.name}：{row.reason}
            </span>
            <p>
              {row.namedIn ? (
                <>
                  已点名：
                  <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: row.namedIn.noticeId }} search={{}}>
                    {row.namedIn.title}
                  </Link>
                </>
              ) : (
                row.lifted && `${row.lifted.by} ${moment(row.lifted.at)} 撤下：${row.lifted.reason}`
              )}
            </p>
          </li>
        ))}
      </ul>
      {lift.error && <ErrorState error={lift.error} />}
      <Only who={OFFICE}>
        <AddMark areaId={areaId} data={data} keep={keep} />
      </Only>
    </Section>
  );
}

function Mark({ row, disabled, lift }: { row: Marks['rows'][number]; disabled: boolean; lift(reason: string): void }) {
  const [reason, setReason] = useState<string | null>(null);
  const may = useMay(OFFICE);
  return (
    <li>
      <b>{row.unit}</b>
      <span>
        {row.fault.name}：{row.reason}
      </span>
      <p>
        {row.markedBy} {row.markedOn} 列入{' '}
        {!may ? null : reason === null ? (
          <button type="button" className="plain" onClick={() => setReason('')}>
            不再点名
          </button>
        ) : (
          <span className="life-acts">
            <TextLine
              size="small"
              most={200}
              at="reason"
              aria-label="撤下原因"
              placeholder="撤下原因"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button size="small" disabled={disabled || reason.trim() === ''} onClick={() => lift(reason)}>
              撤下
            </Button>
          </span>
        )}
      </p>
    </li>
  );
}

function AddMark({ areaId, data, keep }: { areaId: string; data: Marks; keep: { onSuccess(answer: Marks): void } }) {
  const [unitId, setUnit] = useState<string>();
  const [fault, setFault] = useState<Fault>('late');
  const [reason, setReason] = useState('');
  const add = useMutation({
    mutationFn: () =>
      send<typeof namingMarkAdd>('/api/areas/:areaId/naming-marks', { areaId, unitId: unitId ?? '', fault, reason: reason.trim() }),
    onSuccess: (answer) => {
      keep.onSuccess(answer);
      setUnit(undefined);
      setReason('');
    },
  });
  return (
    <FaultsOf error={add.error}>
      <form
        className="life-acts"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Select
          size="small"
          className="mark-unit"
          aria-label="单位"
          placeholder="单位"
          showSearch={{ optionFilterProp: 'label' }}
          value={unitId}
          options={data.units.map(({ id, name }) => ({ value: id, label: name }))}
          popupMatchSelectWidth={false}
          onChange={setUnit}
        />
        <FaultAt at="unitId" />
        <Select
          size="small"
          aria-label="情形"
          value={fault}
          options={data.faults.map(({ code, name }) => ({ value: code as Fault, label: name }))}
          popupMatchSelectWidth={false}
          onChange={setFault}
        />
        <FaultAt at="fault" />
        <TextLine
          size="small"
          aria-label="事由"
          placeholder="事由，照此写入通报"
          most={200}
          at="reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={!unitId || reason.trim() === ''} loading={add.isPending}>
          列入
        </Button>
        {add.error && <ErrorState error={add.error} />}
      </form>
    </FaultsOf>
  );
}
