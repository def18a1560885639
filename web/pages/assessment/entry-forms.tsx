import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { assessmentDecide } from '../../../src/contract/endpoints/assessment-decide.ts';
import type { assessmentEntryRetract } from '../../../src/contract/endpoints/assessment-entry-retract.ts';
import type { assessmentObject } from '../../../src/contract/endpoints/assessment-object.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import type { Entry, Objection } from './types.ts';

interface Place {
  areaId: string;
  year: number;
}

/** Whatever is done to an entry changes the whole year. */
export function useYearChange<V = void>(areaId: string, work: (wanted: V) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: work,
    onSuccess: async () => {
      done?.();
      await queries.invalidateQueries({ queryKey: ['assessment', areaId] });
    },
  });
  return { change, ready: !change.isPending };
}

export function ObjectForm({ areaId, year, entry, close }: Place & { entry: Entry; close(): void }) {
  const [reason, setReason] = useState('');
  const [proof, setProof] = useState('');
  const { change, ready } = useYearChange(
    areaId,
    () =>
      send<typeof assessmentObject>('/api/areas/:areaId/assessment/:year/objections', {
        ...{ areaId, year, entryId: entry.id, unitId: entry.unit.id, reason: reason.trim(), proof: proof.trim() },
      }),
    close,
  );
  return (
    <FaultsOf error={change.error}>
      <form
        className="assess-form"
        aria-label="提出异议"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Field name={`${entry.unit.name}的理由`} value={reason} set={setReason} at="reason" />
        <Field name="佐证（网址、材料名称）" value={proof} set={setProof} at="proof" />
        <Button type="primary" htmlType="submit" disabled={!ready || reason.trim() === ''}>
          提出
        </Button>
        {change.error && <ErrorState error={change.error} />}
      </form>
    </FaultsOf>
  );
}

export function AnswerForm({ areaId, year, objection, points }: Place & { objection: Objection; points: number }) {
  const [reason, setReason] = useState('');
  const [after, setAfter] = useState(0);
  const { change, ready } = useYearChange(areaId, (accept: boolean) =>
    send<typeof assessmentDecide>('/api/areas/:areaId/assessment/:year/objections/:objectionId', {
      ...{ areaId, year, objectionId: objection.id, accept, points: after, reason: reason.trim() },
    }),
  );
  const sound = ready && reason.trim() !== '';
  return (
    <FaultsOf error={change.error}>
      <fieldset className="assess-form assess-answer" aria-label="答复异议">
        <Field name="答复的理由" value={reason} set={setReason} at="reason" />
        <div className="assess-field">
          <span>采纳后计（0 为撤销）</span>
          <NumberField
            aria-label="采纳后计"
            min={Math.min(points, 0)}
            max={Math.max(points, 0)}
            places={2}
            step={0.5}
            must
            at="points"
            value={after}
            set={(n) => setAfter(Number(n))}
          />
        </div>
        <Button type="primary" disabled={!sound} onClick={() => change.mutate(true)}>
          采纳
        </Button>
        <Button disabled={!sound} onClick={() => change.mutate(false)}>
          不采纳
        </Button>
        {change.error && <ErrorState error={change.error} />}
      </fieldset>
    </FaultsOf>
  );
}

export function RetractForm({ areaId, year, handId, close }: Place & { handId: string; close(): void }) {
  const [reason, setReason] = useState('');
  const { change, ready } = useYearChange(
    areaId,
    () =>
      send<typeof assessmentEntryRetract>('/api/areas/:areaId/assessment/:year/entries/retract', {
        areaId,
        year,
        handId,
        reason: reason.trim(),
      }),
    close,
  );
  return (
    <FaultsOf error={change.error}>
      <form
        className="assess-form"
        aria-label="撤回"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Field name="撤回的理由" value={reason} set={setReason} at="reason" />
        <Button htmlType="submit" danger disabled={!ready || reason.trim() === ''}>
          撤回
        </Button>
        {change.error && <ErrorState error={change.error} />}
      </form>
    </FaultsOf>
  );
}

interface FieldProps {
  name: string;
  value: string;
  set(text: string): void;
  /** Path in what is sent: the server's refusal stands here. */
  at: string;
  most?: number;
}

export function Field({ name, value, set, at, most = 500 }: FieldProps) {
  return (
    <div className="assess-field">
      <span>{name}</span>
      <TextLine className="wide" aria-label={name} value={value} most={most} at={at} onChange={(event) => set(event.target.value)} />
    </div>
  );
}
