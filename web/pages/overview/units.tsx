import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { Section } from '../../parts/section.tsx';
import type { Overview } from './data.ts';

const SHOWN = 10;

/** Units with problems in the stock, the most first; what nobody has reviewed yet is none of it, and said so. */
export function Units({ units, waiting }: Pick<Overview, 'units' | 'waiting'>) {
  const { areaId } = usePlace();
  const { role } = useMe();
  const [all, setAll] = useState(false);
  const shown = all ? units : units.slice(0, SHOWN);
  return (
    <Section title="现有问题的单位" note={units.length ? `目前共 ${units.length} 家` : undefined}>
      {units.length === 0 && <p className="section-foot">目前没有未销号的问题。</p>}
      {units.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" className="num">
                未销号
              </th>
              <th scope="col" className="num">
                其中逾期
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, name, open, overdue }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ unit: id, stock: 'yes' }}>
                    {name}
                  </Link>
                </th>
                <td className="num">{open}</td>
                <td className={`num ${overdue > 0 ? 'is-fail' : 'is-zero'}`}>{overdue}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {units.length > SHOWN && (
        <button type="button" className="plain" onClick={() => setAll(!all)}>
          {all ? '收起' : `显示全部 ${units.length} 家`}
        </button>
      )}
      {waiting > 0 && (
        <p className="section-foot">
          另有 {waiting} 条发现等待人工复核，认定以后才算单位的问题。
          {(role === 'office' || role === 'centre') && (
            <Link to="/areas/$areaId/desk" params={{ areaId }} search={{}}>
              去复核
            </Link>
          )}
        </p>
      )}
    </Section>
  );
}
