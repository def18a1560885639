import { Button } from 'antd';
import { useState } from 'react';
import type { problemAnswer } from '../../../../src/contract/endpoints/problem-answer.ts';
import type { problemDispute } from '../../../../src/contract/endpoints/problem-dispute.ts';
import type { problemReceive } from '../../../../src/contract/endpoints/problem-receive.ts';
import { send } from '../../../api.ts';
import { Refusal } from './refusal.tsx';
import { StatementForm } from './statement-form.tsx';
import { useAct } from './use-act.ts';

/** What a unit does with a problem: sign for it, answer with words and proof, or say why it is none of its problems. */
export function UnitActs({ areaId, problemId, acts }: { areaId: string; problemId: string; acts: ReadonlySet<string> }) {
  const [disputes, setDisputes] = useState(false);
  const receive = useAct(() => send<typeof problemReceive>('/api/areas/:areaId/problems/receive', { areaId, problemIds: [problemId] }));
  if (!['received', 'reported_fixed', 'disputed'].some((act) => acts.has(act))) return null;
  const place = { areaId, problemId };
  return (
    <>
      {acts.has('received') && (
        <p>
          <Button type="primary" size="large" loading={receive.isPending} onClick={() => receive.mutate(undefined)}>
            签收
          </Button>
        </p>
      )}
      <Refusal error={receive.error} />
      {acts.has('reported_fixed') && !disputes && (
        <StatementForm
          key="answer"
          {...place}
          label="整改情况"
          at="text"
          placeholder="写明怎样整改、何时完成、现在在哪里可以看到"
          action="提交整改情况"
          work={({ text, proofIds }) =>
            send<typeof problemAnswer>('/api/areas/:areaId/problems/:problemId/answer', { ...place, text, proofIds })
          }
          done={() => undefined}
        />
      )}
      {acts.has('disputed') && !disputes && (
        <button type="button" className="plain" onClick={() => setDisputes(true)}>
          认为不属实或不属于本单位？提出异议
        </button>
      )}
      {acts.has('disputed') && disputes && (
        <>
          <StatementForm
            key="dispute"
            {...place}
            label="异议理由"
            at="text"
            placeholder="写明为什么不属实，或应由哪个单位负责"
            action="提交异议"
            danger
            work={({ text, proofIds }) =>
              send<typeof problemDispute>('/api/areas/:areaId/problems/:problemId/dispute', { ...place, text, proofIds })
            }
            done={() => setDisputes(false)}
          />
          <button type="button" className="plain" onClick={() => setDisputes(false)}>
            不提异议，返回填写整改情况
          </button>
        </>
      )}
    </>
  );
}
