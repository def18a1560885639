import { Button } from 'antd';
import { useState } from 'react';
import type { problemClose } from '../../../../src/contract/endpoints/problem-close.ts';
import type { problemDecide } from '../../../../src/contract/endpoints/problem-decide.ts';
import type { problemLook } from '../../../../src/contract/endpoints/problem-look.ts';
import type { problemRecheck } from '../../../../src/contract/endpoints/problem-recheck.ts';
import { send } from '../../../api.ts';
import { FaultAt } from '../../../parts/faults.tsx';
import { type Outcome, RecheckOutcome } from '../../../parts/recheck-outcome.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { Refusal } from './refusal.tsx';
import { StatementForm } from './statement-form.tsx';
import { useAct } from './use-act.ts';

type Opened = 'hand-over' | 'recheck' | 'close' | 'upheld' | 'withdrawn' | 'reopened' | null;
const DECISIONS = [
  { act: 'upheld', label: '维持认定', placeholder: '说明维持的理由，单位会看到' },
  { act: 'withdrawn', label: '撤销', placeholder: '说明为什么不再作为问题' },
  { act: 'reopened', label: '重新列入台账', placeholder: '说明再次发现的情况' },
] as const;

interface Props {
  areaId: string;
  problemId: string;
  acts: ReadonlySet<string>;
  today: string;
  /** A machine can look, and the caller may ask for it. */
  machine: boolean;
}

/** What those who check do with a problem: one row of buttons, each opening its form. */
export function OfficeActs({ areaId, problemId, acts, today, machine }: Props) {
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const look = useAct(() => send<typeof problemLook>('/api/areas/:areaId/problems/look', { areaId, problemIds: [problemId] }));
  const buttons: [Exclude<Opened, null>, string, boolean][] = [
    ['hand-over', acts.has('confirmed') ? '交办' : '交办、再次交办', acts.has('handed_over')],
    ['recheck', '登记复核结果', acts.has('rechecked_fixed')],
    ['close', '销号', acts.has('closed')],
    ...DECISIONS.map(({ act, label }): [Exclude<Opened, null>, string, boolean] => [act, label, acts.has(act)]),
  ];
  const shown = buttons.filter(([, , may]) => may);
  if (shown.length === 0 && !machine) return null;
  const place = { areaId, problemId };
  const one = { areaId, problemIds: [problemId] };
  const decision = DECISIONS.find(({ act }) => act === opened);
  return (
    <>
      <div className="act-buttons">
        {shown.map(([key, label]) => (
          <Button
            key={key}
            aria-expanded={opened === key}
            type={opened === key ? 'primary' : 'default'}
            onClick={() => setOpened(opened === key ? null : key)}
          >
            {label}
          </Button>
        ))}
        {machine && (
          <Button loading={look.isPending} onClick={() => look.mutate(undefined)}>
            机器复核
          </Button>
        )}
      </div>
      <Refusal error={look.error} />
      {opened === 'hand-over' && <HandOverForm areaId={areaId} problemIds={[problemId]} done={close} />}
      {opened === 'recheck' && <Recheck {...place} today={today} done={close} />}
      {opened === 'close' && (
        <StatementForm
          {...place}
          label="销号说明（可不填）"
          placeholder="如：已现场核实"
          needsWords={false}
          action="销号"
          work={({ text, proofIds }) => send<typeof problemClose>('/api/areas/:areaId/problems/close', { ...one, reason: text, proofIds })}
          done={close}
        />
      )}
      {decision && (
        <StatementForm
          key={decision.act}
          {...place}
          label="理由"
          placeholder={decision.placeholder}
          action={decision.label}
          danger={decision.act === 'withdrawn'}
          work={({ text, proofIds }) =>
            send<typeof problemDecide>('/api/areas/:areaId/problems/decide', { ...one, decision: decision.act, reason: text, proofIds })
          }
          done={close}
        />
      )}
    </>
  );
}

function Recheck({ areaId, problemId, today, done }: { areaId: string; problemId: string; today: string; done(): void }) {
  const [result, setResult] = useState<Outcome>();
  const [day, setDay] = useState(today);
  return (
    <StatementForm
      areaId={areaId}
      problemId={problemId}
      label="复核情况"
      placeholder="写明查看了什么、看到了什么"
      action="登记复核结果"
      lacks={[result === undefined && '复核结果', day === '' && '查看日期']}
      work={async ({ text, proofIds }) =>
        result &&
        send<typeof problemRecheck>('/api/areas/:areaId/problems/recheck', {
          ...{ areaId, problemIds: [problemId], result, reason: text, proofIds },
          day: day === today ? null : day,
        })
      }
      done={done}
    >
      <fieldset>
        <legend>复核结果</legend>
        <RecheckOutcome value={result} set={setResult} />
        <FaultAt at="result" />
        <label className="act-line">
          查看日期 <input type="date" max={today} required value={day} onChange={(event) => setDay(event.target.value)} />
        </label>
        <FaultAt at="day" />
      </fieldset>
    </StatementForm>
  );
}
