import { Link } from '@tanstack/react-router';
import { useRange } from '../../app/use-range.ts';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { UnitStates } from './types.ts';

/** 单位状态图 of all areas: a row each, a number of units for each state; a number leads to those units. */
export function AreaStates({ picture, areaId }: { picture: UnitStates; areaId: string }) {
  const { words } = useRange();
  const states = picture.states.filter(({ count }) => count > 0);
  const total = (key: 'units' | 'open' | 'late') => picture.areas.reduce((n, area) => n + area[key], 0);
  return (
    <>
      <p className="page-note">
        截至{dayInWords(picture.today)}，{words.whole} {total('units')}{' '}
        家单位，按每家未销号问题中最严重的一种计数；点数字看是哪些单位。“未检查”不等于没有问题。
      </p>
      <Section title={`各${words.each}单位状态`} note={`${words.whole} ${total('units')} 家`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
        <section className="scroll" aria-label="各地区单位状态（可左右滚动）" tabIndex={0}>
          <table className="figures area-table">
            <thead>
              <tr>
                <th scope="col">{words.each}</th>
                {states.map(({ code, name }) => (
                  <th key={code} scope="col" className="num">
                    {name}
                  </th>
                ))}
                <th scope="col" className="num">
                  单位
                </th>
                <th scope="col" className="num">
                  未销号问题
                </th>
                <th scope="col" className="num">
                  其中逾期
                </th>
                <th scope="col">最近一次监测</th>
              </tr>
            </thead>
            <tbody>
              {picture.areas.map((area) => (
                <tr key={area.id}>
                  <th scope="row">
                    <Link to="/areas/$areaId/pictures" params={{ areaId: area.id }} search={{ range: 'own' }}>
                      {area.id === areaId ? `${area.name}本级` : area.name}
                    </Link>
                  </th>
                  {states.map(({ code }) => {
                    const count = area.states[code] ?? 0;
                    return (
                      <td key={code} className="num">
                        {count === 0 ? (
                          <span className="is-zero">0</span>
                        ) : (
                          <Link
                            className={`state-count tile-${code}`}
                            to="/areas/$areaId/pictures"
                            params={{ areaId: area.id }}
                            search={{ range: 'own', state: code }}
                          >
                            {count}
                          </Link>
                        )}
                      </td>
                    );
                  })}
                  <td className="num">{area.units}</td>
                  <td className="num">
                    <InLedger n={area.open} areaId={areaId} search={{ area: area.id, stock: 'yes' }} />
                  </td>
                  <td className="num">
                    <InLedger n={area.late} areaId={areaId} search={{ area: area.id, overdue: 'yes' }} />
                  </td>
                  <td>{area.units === 0 ? '没有登记单位' : (area.judgedOn ?? '尚未监测')}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">合计</th>
                {states.map(({ code, count }) => (
                  <td key={code} className="num">
                    {count}
                  </td>
                ))}
                <td className="num">{total('units')}</td>
                <td className="num">
                  <InLedger n={total('open')} areaId={areaId} search={{ stock: 'yes' }} />
                </td>
                <td className="num">
                  <InLedger n={total('late')} areaId={areaId} search={{ overdue: 'yes' }} />
                </td>
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      </Section>
    </>
  );
}

function InLedger({ n, areaId, search }: { n: number; areaId: string; search: Record<string, string> }) {
  if (n === 0) return <span className="is-zero">0</span>;
  return (
    <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ range: 'whole', ...search }}>
      {n}
    </Link>
  );
}
