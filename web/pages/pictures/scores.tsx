import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { picturesScores } from '../../../src/contract/endpoints/pictures-scores.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { AreaScores } from './area-scores.tsx';
import { PeriodSelect } from './period-select.tsx';

type Scoring = z.output<(typeof picturesScores)['output']>;
type Row = Scoring['kinds'][number]['rows'][number];

const FEW = 5;

/** 网站整体评分: sites of each kind by score, against the period before, and who is proposed for praise. */
export function Scores({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { isKnown, range, isWhole, words } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-scores', areaId, range, period],
    queryFn: ({ signal }) => call<typeof picturesScores>('/api/areas/:areaId/pictures/scores', { areaId, range, period }, signal),
    enabled: isKnown,
  });
  if (!data) return <Unready error={error} retry={refetch} what="网站评分" />;
  if (!data.period) return <EmptyState title="还没有统计过任何一期" next="监测完成并结账后，这里按得分列出网站。" />;
  const praised = data.kinds.flatMap(({ rows }) => rows.filter((row) => row.praised));
  const least = [...new Set(data.kinds.filter(({ rows }) => rows.some((row) => row.praised)).map(({ leastScore }) => leastScore))];
  const hasSheets = new Set(data.kinds.map(({ sheet }) => sheet.code)).size > 1;
  return (
    <>
      <div className="month-head">
        <h2>{data.period.label}网站整体评分</h2>
        <PeriodSelect />
      </div>
      <p className="page-note">
        {isWhole ? cutoffWords(data.areas, words.each) : `统计截至${dayInWords(data.period.cutoff)}`}；与
        {data.previous ? data.previous.label : '上期（未统计）'}比较。未评分的不排名。
        {hasSheets && '检查指标不同的分开排名。'}
      </p>
      {data.kinds.length === 0 && <EmptyState title="本期没有网站的检查结果" next="请换一期查看，或先完成本期监测。" />}
      {praised.length > 0 && (
        <Section
          title="拟表扬的网站"
          note={`各类网站前 ${data.praisedPlaces} 名、${least.length === 1 ? `${least[0]} 分以上` : '达到各自检查指标加分线'}且合格；并列的一并列出，由编辑通报的人确定`}
        >
          <ul className="praised">
            {praised.map(({ id, name, area, unit, score }) => (
              <li key={id}>
                <b>{name}</b>
                <span>{isWhole ? `${area.name}　${unit.name}` : unit.name}</span>
                <span>{score} 分</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {isWhole && <AreaScores areas={data.areas} periodId={data.period.id} areaId={areaId} hasSheets={hasSheets} />}
      {data.kinds.map(({ code, name, sheet, rows }) => (
        <Section
          key={`${code} ${sheet.code}`}
          title={hasSheets ? `${name}（${sheet.name}）` : name}
          note={`${rows.filter(({ score }) => score !== null).length} / ${rows.length} 家有评分`}
        >
          <ScoreTable rows={rows} inArea={isWhole} periodId={data.period?.id ?? ''} hasPrevious={data.previous !== null} />
        </Section>
      ))}
    </>
  );
}

/** Each area counts to its own cut-off, and one that has not reckoned the period stands in no ranking. */
function cutoffWords(areas: Scoring['areas'], each: string): string {
  const cutoffs = [...new Set(areas.flatMap(({ cutoff }) => cutoff ?? []))].toSorted();
  const until = cutoffs.length === 1 ? dayInWords(cutoffs[0] as string) : `各${each}各自的截止日（${cutoffs.join('、')}）`;
  const lacking = areas.filter(({ cutoff }) => cutoff === null).map(({ name }) => name);
  return `统计截至${until}${lacking.length > 0 ? `；未统计本期、不参加排名：${lacking.join('、')}` : ''}`;
}

interface Props {
  rows: Row[];
  /** Rows of several areas: each names its own. */
  inArea: boolean;
  periodId: string;
  hasPrevious: boolean;
}

function ScoreTable({ rows, inArea, periodId, hasPrevious }: Props) {
  const [all, setAll] = useState(false);
  const scored = rows.filter(({ score }) => score !== null);
  const rest = rows.length - scored.length;
  // A long tail of sites without a score is looked at only where somebody asks for it.
  const shown = all || rest <= FEW ? rows : scored;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label="网站评分（可左右滚动）" tabIndex={0}>
        <table className="figures scores">
          <thead>
            <tr>
              <th scope="col" className="num">
                名次
              </th>
              <th scope="col">网站</th>
              <th scope="col" className="num">
                得分
              </th>
              <th scope="col" className="num">
                上期
              </th>
              <th scope="col">变化</th>
              <th scope="col">检查结果</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <td className="num">{row.place ?? '—'}</td>
                <th scope="row">
                  <Link to="/areas/$areaId/channels" params={{ areaId: row.area.code }} search={{ period: periodId, q: row.name }}>
                    {row.name}
                  </Link>
                  <small className="sub">{inArea ? `${row.area.name}　${row.unit.name}` : row.unit.name}</small>
                </th>
                <td className="num score">{row.score ?? <small className="no-score">{row.noScore}</small>}</td>
                <td className="num">{row.before ? `${row.before.score}（第${row.before.place}名）` : hasPrevious ? '未评分' : '—'}</td>
                <td>{changeWords(row)}</td>
                <td>
                  <StatusMark {...row.verdict} />
                  {!row.inBase && <small className="sub">不计入基数</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rest > FEW && (
        <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? '收起未评分的网站' : `显示未评分的 ${rest} 家`}
        </button>
      )}
    </>
  );
}

function changeWords({ score, place, before }: Row): string {
  if (score === null || before === null) return '—';
  const points = Math.round((score - before.score) * 100) / 100;
  const moved = (before.place ?? 0) - (place ?? 0);
  const words = points === 0 ? '持平' : `${points > 0 ? '升' : '降'} ${Math.abs(points)} 分`;
  return moved === 0 ? words : `${words}，${moved > 0 ? '进' : '退'} ${Math.abs(moved)} 名`;
}
