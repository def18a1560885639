import { Button } from 'antd';
import { useId, useState } from 'react';
import type { problemClose } from '../../../../src/contract/endpoints/problem-close.ts';
import type { problemLook } from '../../../../src/contract/endpoints/problem-look.ts';
import type { problemRecheck } from '../../../../src/contract/endpoints/problem-recheck.ts';
import type { UserRole } from '../../../../src/core/role.ts';
import { send } from '../../../api.ts';
import { FaultAt, FaultsOf } from '../../../parts/faults.tsx';
import { Lacking } from '../../../parts/lacking.tsx';
import { type Outcome, RecheckOutcome } from '../../../parts/recheck-outcome.tsx';
import { TextBlock } from '../../../parts/text-field.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { Refusal } from './refusal.tsx';
import { useAct } from './use-act.ts';
import './acts.css';

type Opened = 'hand-over' | 'recheck' | null;
/** Who may do what with many problems at once; the server decides again. */
const MAY: Readonly<Record<'hand-over' | 'look' | 'recheck' | 'close', readonly UserRole[]>> = {
  'hand-over': ['office', 'bureau'],
  look: ['office', 'centre'],
  recheck: ['office', 'centre', 'bureau'],
  close: ['office'],
};
export const mayActOnMany = (role: UserRole): boolean => MAY.recheck.includes(role);

/** What is done with the chosen problems: all of them or none. */
export function BulkBar({
  areaId,
  role,
  ids,
  onPage,
  choose,
}: {
  areaId: string;
  role: UserRole;
  ids: readonly string[];
  onPage: readonly string[];
  choose(ids: readonly string[]): void;
}) {
  const clear = () => choose([]);
  const [opened, setOpened] = useState<Opened>(null);
  const problemIds = [...ids];
  const look = useAct(() => send<typeof problemLook>('/api/areas/:areaId/problems/look', { areaId, problemIds }), clear);
  const close = useAct(() => send<typeof problemClose>('/api/areas/:areaId/problems/close', { areaId, problemIds }), clear);
  const toggle = (what: Opened) => setOpened(opened === what ? null : what);
  if (ids.length === 0)
    return onPage.length === 0 ? null : (
      <button type="button" className="plain" onClick={() => choose(onPage)}>
        选择本页全部 {onPage.length} 个，批量办理
      </button>
    );
  return (
    <section className="bulk" aria-label="批量办理">
      <div className="act-buttons">
        <b aria-live="polite">已选 {ids.length} 个</b>
        {MAY['hand-over'].includes(role) && (
          <Button aria-expanded={opened === 'hand-over'} onClick={() => toggle('hand-over')}>
            交办
          </Button>
        )}
        {MAY.look.includes(role) && (
          <Button loading={look.isPending} onClick={() => look.mutate(undefined)}>
            机器复核
          </Button>
        )}
        {MAY.recheck.includes(role) && (
          <Button aria-expanded={opened === 'recheck'} onClick={() => toggle('recheck')}>
            登记复核结果
          </Button>
        )}
        {MAY.close.includes(role) && (
          <Button loading={close.isPending} onClick={() => close.mutate(undefined)}>
            销号
          </Button>
        )}
        <button type="button" className="plain" onClick={clear}>
          取消选择
        </button>
      </div>
      <Refusal error={look.error ?? close.error} />
      {opened === 'hand-over' && <HandOverForm areaId={areaId} problemIds={problemIds} done={clear} />}
      {opened === 'recheck' && <RecheckMany areaId={areaId} problemIds={problemIds} done={clear} />}
    </section>
  );
}

function RecheckMany({ areaId, problemIds, done }: { areaId: string; problemIds: string[]; done(): void }) {
  const [result, setResult] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const field = useId();
  const act = useAct(
    async () => result && send<typeof problemRecheck>('/api/areas/:areaId/problems/recheck', { areaId, problemIds, result, reason }),
    done,
  );
  const hasWords = reason.trim().length >= 2;
  const ready = result !== undefined && hasWords;
  return (
    <FaultsOf error={act.error}>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) act.mutate(undefined);
        }}
      >
        <fieldset>
          <legend>复核结果</legend>
          <RecheckOutcome value={result} set={setResult} />
          <FaultAt at="result" />
        </fieldset>
        <label htmlFor={field}>复核情况（每个问题都记这一句）</label>
        <TextBlock id={field} rows={2} most={2000} at="reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        <Refusal error={act.error} />
        <Button type="primary" htmlType="submit" loading={act.isPending} disabled={!ready}>
          登记 {problemIds.length} 个
        </Button>
        <Lacking fields={[result === undefined && '复核结果', !hasWords && '复核情况']} />
      </form>
    </FaultsOf>
  );
}
