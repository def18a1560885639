import { rateText } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { Overview } from './data.ts';
import { TrendChart } from './trend-chart.tsx';

/** Pass rates over periods; the numbers with their bases stand under the picture. */
export function Trend({ trend }: { trend: Overview['trend'] }) {
  return (
    <Section title="合格率走势" note={trend.length > 1 ? `近 ${trend.length} 期` : undefined}>
      {trend.length > 1 && <TrendChart trend={trend} />}
      {trend.length === 1 && <p className="section-foot">目前只有一期结果，满两期后显示走势图。</p>}
      <div className="scroll">
        <table className="figures trend-table">
          <thead>
            <tr>
              <th scope="col">期</th>
              <th scope="col" className="num">
                网站
              </th>
              <th scope="col" className="num">
                新媒体账号
              </th>
              <th scope="col" className="num">
                期末存量
              </th>
            </tr>
          </thead>
          <tbody>
            {trend.toReversed().map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td className="num">
                  <Rate rate={row.site} />
                </td>
                <td className="num">
                  <Rate rate={row.account} />
                </td>
                <td className="num">{row.stock ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Rate({ rate }: { rate: Overview['trend'][number]['site'] }) {
  if (rate.base === 0) return <>—</>;
  return (
    <>
      {rateText(rate)}
      <span className="rate-base">
        {rate.passing}/{rate.base}
      </span>
    </>
  );
}
