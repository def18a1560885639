import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { assessmentStep } from '../../../src/contract/endpoints/assessment-step.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { send } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import type { YearScores } from './types.ts';

type Act = z.input<(typeof assessmentStep)['input']>['act'];
const STEPS: Readonly<Record<string, readonly { act: Act; name: string; reason: boolean }[]>> = {
  open: [{ act: 'submitted', name: '提交复核', reason: false }],
  submitted: [
    { act: 'finalised', name: '复核无误，定稿', reason: false },
    { act: 'returned', name: '退回', reason: true },
  ],
  finalised: [{ act: 'reopened', name: '退回定稿', reason: true }],
};
const TONE: Readonly<Record<string, string>> = { open: 'drafting', submitted: 'submitted', finalised: 'issued' };

/** How far the year has come, and what may be done next: one hands in, another makes final. */
export function Stage({ areaId, data }: { areaId: string; data: YearScores }) {
  const may = useMay(OFFICE);
  const me = useMe();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const { year, stage, scheme, acts } = data;
  const step = useMutation({
    mutationFn: (act: Act) =>
      send<typeof assessmentStep>('/api/areas/:areaId/assessment/:year/step', { areaId, year, act, note: note.trim() }),
    onSuccess: async () => {
      setNote('');
      await queries.invalidateQueries({ queryKey: ['assessment', areaId] });
    },
  });
  const last = acts.at(-1);
  // The server refuses it all the same; said before it is tried.
  const own = may && stage.code === 'submitted' && last?.by === me.name;
  const fallen = data.units.filter(({ takenBack }) => takenBack > 0);
  return (
    <>
      <FaultsOf error={step.error}>
        <div className="assess-stage">
          <StatusMark code={TONE[stage.code] ?? 'calm'} name={stage.name} />
          <span className="grow">
            依据《{scheme.title}》{scheme.documentNumber ?? ''}
            {scheme.version === 0 && <b className="is-bad">（尚未保存方案，按系统底稿试算）</b>}
            {last && (
              <small className="sub">
                {last.by}于 {moment(last.at)} {last.act.name}
                {last.note && `：${last.note}`}
              </small>
            )}
          </span>
          {may && (
            <>
              <TextLine
                aria-label="退回的理由"
                placeholder="说明；退回时必填"
                value={note}
                most={500}
                at="note"
                style={{ width: 220 }}
                onChange={(event) => setNote(event.target.value)}
              />
              {(STEPS[stage.code] ?? []).map(({ act, name, reason }) => (
                <Button
                  key={act}
                  type={reason ? 'default' : 'primary'}
                  disabled={step.isPending || (reason && note.trim() === '') || (own && act === 'finalised')}
                  onClick={() => step.mutate(act)}
                >
                  {name}
                </Button>
              ))}
            </>
          )}
        </div>
      </FaultsOf>
      {own && (
        <p className="sub" role="note">
          由您提交复核，须由另一人定稿。
        </p>
      )}
      {fallen.length > 0 && (
        <p className="is-bad" role="note">
          定稿以后，台账撤销了计分所依据的问题：{fallen.map(({ name, takenBack }) => `${name} ${takenBack} 笔`).join('、')}
          。得分已经冻结，要更正的请写明理由“退回定稿”，重新提交复核。
        </p>
      )}
      {step.error && <ErrorState error={step.error} />}
    </>
  );
}
