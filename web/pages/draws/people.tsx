import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../app/use-me.ts';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { Substitute } from './substitute.tsx';
import type { Inspection } from './types.ts';

const DRAWN = { first: '抽中', instead: '接替抽中', left: '抽中，已更换', not: '未抽中' } as const;

/** 检查人员: who was drawn, who took no part, and who was drawn in whose place. */
export function People({ areaId, view }: { areaId: string; view: Inspection }) {
  const { role } = useMe();
  const [leaving, setLeaving] = useState<Inspection['inspectors'][number]>();
  const replaces = role === 'office' && view.inspectors.some(({ open }) => open > 0);
  return (
    <Section title="检查人员" note={`名录 ${view.inspectors.length + view.inspectorsExcluded.length} 名`}>
      <WideTable label="检查人员" heads={['姓名', '单位', '抽取结果', '复查任务', '未登记', ...(replaces ? ['更换'] : [])]}>
        {view.inspectors.map((one) => (
          <tr key={one.id}>
            <th scope="row" className="draw-unit">
              {one.name}
              {one.gone && <span className="sub is-bad">用户已停用{one.open > 0 && '，请更换'}</span>}
            </th>
            <td className="draw-unit">{one.unit ?? '—'}</td>
            <td>{one.drawn === 'not' ? <span className="is-zero">{DRAWN.not}</span> : DRAWN[one.drawn]}</td>
            <td className="num">{one.tasks}</td>
            <td className="num">{one.open}</td>
            {replaces && (
              <td>
                {one.open > 0 && (
                  <Button size="small" aria-label={`更换${one.name}`} onClick={() => setLeaving(one)}>
                    更换
                  </Button>
                )}
              </td>
            )}
          </tr>
        ))}
        {view.inspectorsExcluded.map(({ id, name, reason }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>—</td>
            <td className="draw-unit">未参加：{reason}</td>
            <td className="num">—</td>
            <td className="num">—</td>
            {replaces && <td />}
          </tr>
        ))}
      </WideTable>
      {view.substitutions.length > 0 && (
        <ul className="draw-out" aria-label="检查人员更换">
          {view.substitutions.map(({ leaving: name, reason, substitutes, unavailable, at, by }) => (
            <li key={name}>
              {name}不能参加（{reason}），由{substitutes.map((one) => `${one.name}（${one.tasks} 个）`).join('、')}接替
              {unavailable.length > 0 && `；当时${unavailable.map((one) => `${one.name}（${one.reason}）`).join('、')}也不能参加`}。
              <span className="sub">
                {moment(at)}　{by}办理，用同一种子抽取
              </span>
            </li>
          ))}
        </ul>
      )}
      {leaving && <Substitute key={leaving.id} areaId={areaId} drawId={view.id} leaving={leaving} close={() => setLeaving(undefined)} />}
    </Section>
  );
}
