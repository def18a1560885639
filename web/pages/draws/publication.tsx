import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { inspectionCorrect } from '../../../src/contract/endpoints/inspection-correct.ts';
import type { inspectionPublish } from '../../../src/contract/endpoints/inspection-publish.ts';
import type { inspectionWithdraw } from '../../../src/contract/endpoints/inspection-withdraw.ts';
import { send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { Section } from '../../parts/section.tsx';
import type { Inspection } from './types.ts';

/** 一公开. Only when every result is there; nobody is named on the page. */
export function Publication({ areaId, view, open }: { areaId: string; view: Inspection; open: number }) {
  const office = useMe().role === 'office';
  const [asking, setAsking] = useState<'withdraw' | 'correct' | null>(null);
  const queries = useQueryClient();
  const again = () => Promise.all([queries.invalidateQueries({ queryKey: ['draw'] }), queries.invalidateQueries({ queryKey: ['draws'] })]);
  const of = { areaId, drawId: view.id };
  const publish = useMutation({
    mutationFn: () => send<typeof inspectionPublish>('/api/areas/:areaId/draws/:drawId/publish', of),
    onSuccess: again,
  });
  const { published } = view;
  const isPublic = published !== null && published.withdrawn === null;
  return (
    <Section title="结果公开" note="公开每个问题的结果，不含检查人员和其他个人信息">
      {isPublic ? (
        <p>
          <span className="mark mark-good">已公开</span>　{published.on}　{published.by}
          {'　'}
          <a href={`/public/${areaId}/inspections/${view.id}`} target="_blank" rel="noopener">
            打开公开页面
          </a>
          {'　'}
          {office && (
            <Button size="small" onClick={() => setAsking('withdraw')}>
              撤下
            </Button>
          )}
        </p>
      ) : open > 0 ? (
        <p>还有 {open} 个问题没有复查结果，全部登记后才能公开。</p>
      ) : (
        <>
          {published?.withdrawn && (
            <p>
              {published.on} 公开过，{published.withdrawn.by}撤下：{published.withdrawn.reason}
            </p>
          )}
          {office ? (
            <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate()}>
              {published ? '重新公开复查结果' : '公开复查结果'}
            </Button>
          ) : (
            <p>结果已齐，等待政务公开办公开。</p>
          )}
        </>
      )}
      {isPublic && published.uncorrected > 0 && (
        <p role="note" className="is-bad">
          公开以后有 {published.uncorrected} 个问题经核实不成立，公开页面上已不再列为未整改，还没有公布更正。
          {office && (
            <Button size="small" type="primary" onClick={() => setAsking('correct')}>
              公布更正
            </Button>
          )}
        </p>
      )}
      {isPublic && published.putBack > 0 && (
        <p role="note" className="is-bad">
          公开页面写明“撤销，未复查”的问题中，有 {published.putBack} 个后来重新列入了台账。
          {open > 0 ? '请等检查人员登记复查结果，再撤下重新公开。' : '复查结果已经登记，请撤下后重新公开。'}
        </p>
      )}
      {published?.corrections.map(({ on, reason, count }) => (
        <p key={`${on} ${reason}`} className="section-foot wrap">
          {on} 公布更正：{count} 个问题经核实不成立。{reason}
        </p>
      ))}
      {publish.error && <ErrorState error={publish.error} />}
      {asking === 'correct' && (
        <ReasonDialog
          title="公布更正"
          note="公开页面会写明更正日期、哪几项经核实不成立和下面的说明；原来的各项保留，不再列为未整改。"
          label="说明"
          placeholder="如该栏目已移交其他单位，不属于本次抽查的责任单位"
          action="公布"
          work={async (reason) => {
            await send<typeof inspectionCorrect>('/api/areas/:areaId/draws/:drawId/correct', { ...of, reason });
            await again();
          }}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'withdraw' && (
        <ReasonDialog
          title="撤下公开的结果"
          note="撤下后任何人不能再打开这次抽查的公开页面；核对以后可以重新公开。"
          label="理由"
          placeholder="如第 3 个问题的结果登记有误"
          action="撤下"
          work={async (reason) => {
            await send<typeof inspectionWithdraw>('/api/areas/:areaId/draws/:drawId/withdraw', { ...of, reason });
            await again();
          }}
          close={() => setAsking(null)}
        />
      )}
    </Section>
  );
}
