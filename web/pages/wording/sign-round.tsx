import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { keySweepSign } from '../../../src/contract/endpoints/key-sweep-sign.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';

type Round = Pick<z.input<(typeof keySweepSign)['input']>, 'areaId' | 'sweepId' | 'unitId' | 'dueOn'>;

/** 签认 of one round by one unit; stays open with what was typed until it is kept. */
export function SignRound({ round, close }: { round: Round; close(): void }) {
  useFocusBack();
  const queries = useQueryClient();
  const [result, setResult] = useState('未发现问题');
  const [found, setFound] = useState(0);
  const sign = useMutation({
    mutationFn: () => send<typeof keySweepSign>('/api/areas/:areaId/key-sweeps/:sweepId/sign', { ...round, result: result.trim(), found }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['key-sweeps', round.areaId] });
      close();
    },
  });
  return (
    <FaultsOf error={sign.error}>
      <form
        className="text-acts"
        onSubmit={(event) => {
          event.preventDefault();
          sign.mutate();
        }}
      >
        <TextLine
          size="small"
          aria-label="排查结果"
          value={result}
          most={500}
          at="result"
          onChange={(event) => setResult(event.target.value)}
        />
        <NumberField size="small" aria-label="发现问题数" min={0} must at="found" value={found} set={(value) => setFound(Number(value))} />
        <Button size="small" type="primary" htmlType="submit" loading={sign.isPending} disabled={result.trim() === ''}>
          签认
        </Button>
        <Button size="small" onClick={close}>
          取消
        </Button>
        {sign.error && <ErrorState error={sign.error} />}
      </form>
    </FaultsOf>
  );
}
