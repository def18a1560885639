import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { picturesScores } from '../../../src/contract/endpoints/pictures-scores.ts';
import { useRange } from '../../app/use-range.ts';
import { rateText } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';

type Area = z.output<(typeof picturesScores)['output']>['areas'][number];

interface Props {
  areas: readonly Area[];
  periodId: string;
  areaId: string;
  /** Not all areas were judged by the same indicators. */
  hasSheets: boolean;
}

/** Each area's sites together, the highest mean first; what a mean rests on stands beside it. */
export function AreaScores({ areas, periodId, areaId, hasSheets }: Props) {
  const { words } = useRange();
  const shown = areas.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1));
  const note = `平均得分只按有评分的网站计算；点${words.each}看它自己的排名`;
  return (
    <Section title={`各${words.each}网站得分`} note={hasSheets ? `${note}。检查指标不同的，平均得分不宜直接比较` : note}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label="各地区网站得分（可左右滚动）" tabIndex={0}>
        <table className="figures area-table">
          <thead>
            <tr>
              <th scope="col">{words.each}</th>
              {['平均得分', '有评分', '参加检查的网站', '网站合格率'].map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
              <th scope="col">统计截至</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  <Name area={area} periodId={periodId} own={area.id === areaId} />
                </th>
                <td className="num score">{area.mean ?? <span className="is-zero">—</span>}</td>
                <td className="num">{area.scored}</td>
                <td className="num">
                  {area.sites === 0 ? (
                    <span className="is-zero">0</span>
                  ) : (
                    <Link
                      to="/areas/$areaId/pictures"
                      params={{ areaId: area.id }}
                      search={{ view: 'scores', range: 'own', period: periodId }}
                    >
                      {area.sites}
                    </Link>
                  )}
                </td>
                <td className="num">
                  {area.rate.base === 0 ? <span className="is-zero">—</span> : rateText(area.rate)}{' '}
                  {area.rate.base > 0 && (
                    <span className="rate-base">
                      {area.rate.passing}/{area.rate.base}
                    </span>
                  )}
                </td>
                <td>{area.cutoff ?? '未统计本期'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function Name({ area: { id, name, cutoff }, periodId, own }: { area: Area; periodId: string; own: boolean }) {
  const words = own ? `${name}本级` : name;
  if (cutoff === null) return words;
  return (
    <Link to="/areas/$areaId/pictures" params={{ areaId: id }} search={{ view: 'scores', range: 'own', period: periodId }}>
      {words}
    </Link>
  );
}
