import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { drawRepeat } from '../../../src/contract/endpoints/draw-repeat.ts';
import { call } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';

const STEPS = {
  problems: '抽中的问题',
  inspectors: '抽中的检查人员',
  assignments: '每个问题派给谁',
  substitutes: '接替的检查人员',
  noOwnUnit: '无人复查本单位的问题',
} as const;

/** 重新演算: the draw is held again from the kept list and seed, and compared. */
export function Repeat({ areaId, drawId, seed, example }: { areaId: string; drawId: string; seed: string; example: string | undefined }) {
  const again = useMutation({
    mutationFn: () => call<typeof drawRepeat>('/api/areas/:areaId/draws/:drawId/repeat', { areaId, drawId }),
  });
  const { data } = again;
  return (
    <>
      <Button size="small" loading={again.isPending} onClick={() => again.mutate()}>
        重新演算
      </Button>
      <div className="draw-again" aria-live="polite">
        {again.error && <ErrorState error={again.error} />}
        {data && (
          <>
            <p>
              <span className={data.holds ? 'mark mark-good' : 'mark mark-bad'}>{data.holds ? '与记录一致' : '与记录不一致'}</span>
              　用保存的 {data.population} 个名单和种子重新抽取
              {data.steps &&
                `：${(Object.keys(STEPS) as (keyof typeof STEPS)[]).map((key) => `${STEPS[key]}${data.steps?.[key] ? '相符' : '不符'}`).join('，')}`}
              。
            </p>
            {example && (
              <p className="section-note">
                也可以自行验算，例如：<code className="draw-code">{`printf '%s\\n%s' '${seed}' '${example}' | sha256sum`}</code>
                ，按摘要值从小到大取。
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
}
