import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { promptAnswer } from '../../../src/contract/endpoints/prompt-answer.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Field } from '../../parts/field.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import { KEYS, type MyPrompt } from './types.ts';

/** What a unit says when it has done it; of a self-check how many it found and put right. */
export function AnswerForm({ areaId, row, close }: { areaId: string; row: MyPrompt; close(): void }) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [proof, setProof] = useState('');
  const [found, setFound] = useState<number | null>(null);
  const [fixed, setFixed] = useState<number | null>(null);
  const isCheck = row.kind.code === 'self_check';
  const answer = useMutation({
    mutationFn: () =>
      send<typeof promptAnswer>('/api/areas/:areaId/prompts/:promptId/answer', {
        ...{ areaId, promptId: row.id, unitId: row.unit.id, act: 'done' },
        ...{ note: note.trim() || null, proof: proof.trim() || null },
        ...(isCheck ? { found, fixed: found === 0 ? 0 : fixed } : {}),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEYS.mine] }),
  });
  return (
    <FaultsOf error={answer.error}>
      <form
        className="my-answer"
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate();
        }}
      >
        {isCheck && (
          <div className="my-answer-counts">
            <Field label="自查发现问题数（没有填 0）">
              {(id) => <NumberField id={id} min={0} must at="found" value={found} set={setFound} />}
            </Field>
            {found !== null && found > 0 && (
              <Field label="其中已整改">
                {(id) => <NumberField id={id} min={0} max={found} at="fixed" value={fixed} set={setFixed} />}
              </Field>
            )}
          </div>
        )}
        <Field label="说明（可不填）">
          {(id) => <TextBlock id={id} value={note} most={500} at="note" rows={2} onChange={(event) => setNote(event.target.value)} />}
        </Field>
        <Field label="佐证网址（可不填）">
          {(id) => (
            <TextLine
              id={id}
              type="url"
              inputMode="url"
              placeholder="https://"
              most={500}
              at="proof"
              value={proof}
              onChange={(event) => setProof(event.target.value)}
            />
          )}
        </Field>
        <div className="my-prompt-acts">
          <Button type="primary" size="large" htmlType="submit" loading={answer.isPending} disabled={isCheck && found === null}>
            提交反馈
          </Button>
          <Button size="large" onClick={close}>
            取消
          </Button>
        </div>
        {answer.error && <ErrorState error={answer.error} />}
      </form>
    </FaultsOf>
  );
}
