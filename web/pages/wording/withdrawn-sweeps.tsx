import type { z } from 'zod';
import type { keySweeps } from '../../../src/contract/endpoints/key-sweeps.ts';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';

/** Sweeps that were taken back: by whom and why, and what was signed before. */
export function WithdrawnSweeps({ sweeps }: { sweeps: z.output<(typeof keySweeps)['output']>['withdrawn'] }) {
  if (sweeps.length === 0) return null;
  return (
    <Section title="已撤回的排查" note="不用签认，也不算逾期">
      <ul className="text-places">
        {sweeps.map(({ sweepId, title, scope, orderedAt, at, by, reason, signed }) => (
          <li key={sweepId} className="wrap">
            <b>{title}</b>　{by} {moment(at)} 撤回：{reason}
            <span className="sub">
              范围：{scope}　{moment(orderedAt)} 布置{signed.length > 0 && `　撤回前已签认 ${signed.length} 家次，签认保留：`}
            </span>
            {signed.map((one) => (
              <span key={`${one.id} ${one.dueOn}`} className="sub">
                {one.name}（{one.dueOn} 前完成）：{one.result}（发现 {one.found} 处；{one.by} {moment(one.at)} 签认）
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
