import { Link } from '@tanstack/react-router';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { PeriodSelect } from './period-select.tsx';
import type { Weak } from './types.ts';

type Area = Weak['areas'][number];

/** 薄弱环节 of all areas: a row each, a column a category; a number leads to those lines of the area's own page. */
export function AreaWeaknesses({ data, areaId }: { data: Weak; areaId: string }) {
  const { words } = useRange();
  const seen = data.areas.filter(({ judgedOn }) => judgedOn !== null);
  return (
    <>
      <div className="month-head">
        <h2>薄弱环节</h2>
        <PeriodSelect />
      </div>
      <p className="page-note">
        {words.whole}共 {data.total} 条，各{words.each}以自己{data.period ? '该期' : '最近一期'}
        截止日前最后一次监测为准。列出并提醒，不改变检查结果，不计入合格率；点数字看是哪些。
      </p>
      {seen.length === 0 ? (
        <EmptyState title="还没有监测结果" next={`${words.each}完成一次监测之后，这里列出各${words.each}的薄弱环节。`} />
      ) : (
        <Section title={`各${words.each}薄弱环节`} note={`${words.whole} ${data.total} 条`}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
          <section className="scroll" aria-label="各地区薄弱环节（可左右滚动）" tabIndex={0}>
            <table className="figures area-table">
              <thead>
                <tr>
                  <th scope="col">{words.each}</th>
                  <th scope="col" className="num">
                    合计
                  </th>
                  <th scope="col" className="num">
                    网站、账号
                  </th>
                  {data.categories.map(({ code, name }) => (
                    <th key={code} scope="col" className="num">
                      {name}
                    </th>
                  ))}
                  <th scope="col">依据的监测</th>
                </tr>
              </thead>
              <tbody>
                {data.areas.map((area) => (
                  <tr key={area.id}>
                    <th scope="row">{area.id === areaId ? `${area.name}本级` : area.name}</th>
                    <td className="num">
                      <Opened n={area.total} area={area} />
                    </td>
                    <td className="num">{area.channels}</td>
                    {data.categories.map(({ code }) => (
                      <td key={code} className="num">
                        <Opened n={area.counts[code] ?? 0} area={area} category={code} />
                      </td>
                    ))}
                    <td>{basisOf(area)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row">合计</th>
                  <td className="num">{data.total}</td>
                  <td className="num">{data.areas.reduce((n, { channels }) => n + channels, 0)}</td>
                  {data.categories.map(({ code, count }) => (
                    <td key={code} className="num">
                      {count}
                    </td>
                  ))}
                  <td />
                </tr>
              </tfoot>
            </table>
          </section>
        </Section>
      )}
    </>
  );
}

/** Nothing was looked at is not the same as nothing found. */
const basisOf = ({ isReckoned, judgedOn, period }: Area): string =>
  !isReckoned ? '未统计本期' : judgedOn === null ? '尚未监测' : period ? `${judgedOn}（${period.label}）` : judgedOn;

function Opened({ n, area, category }: { n: number; area: Area; category?: string }) {
  if (area.judgedOn === null) return <span className="is-zero">—</span>;
  if (n === 0) return <span className="is-zero">0</span>;
  return (
    <Link
      to="/areas/$areaId/pictures"
      params={{ areaId: area.id }}
      search={{ view: 'weaknesses', range: 'own', period: area.period?.id, category }}
    >
      {n}
    </Link>
  );
}
