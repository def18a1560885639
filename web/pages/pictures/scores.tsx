import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { picturesScores } from '../../../src/contract/endpoints/pictures-scores.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { dayInWords } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { PeriodSelect } from './period-select.tsx';

type Scoring = z.output<(typeof picturesScores)['output']>;
type Row = Scoring['kinds'][number]['rows'][number];

const FEW = 5;

/** 网站整体评分: sites of each kind by score, against the period before, and who is proposed for praise. */
export function Scores({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-scores', areaId, period],
    queryFn: ({ signal }) => call<typeof picturesScores>('/api/areas/:areaId/pictures/scores', { areaId, period }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="网站评分" />;
  if (!data.period) return <EmptyState title="还没有统计过任何一期" next="监测完成并结账后，这里按得分列出网站。" />;
  const praised = data.kinds.flatMap(({ rows }) => rows.filter((row) => row.praised));
  return (
    <>
      <div className="month-head">
        <h2>{data.period.label}网站整体评分</h2>
        <PeriodSelect />
      </div>
      <p className="page-note">
        统计截至{dayInWords(data.period.cutoff)}；与{data.previous ? data.previous.label : '上期（未统计）'}比较。未评分的不排名。
      </p>
      {data.kinds.length === 0 && <EmptyState title="本期没有网站的检查结果" next="请换一期查看，或先完成本期监测。" />}
      {praised.length > 0 && (
        <Section
          title="拟表扬的网站"
          note={`各类网站前 ${data.praise.places} 名、${data.praise.leastScore} 分以上且合格；并列的一并列出，由编辑通报的人确定`}
        >
          <ul className="praised">
            {praised.map(({ id, name, unit, score }) => (
              <li key={id}>
                <b>{name}</b>
                <span>{unit.name}</span>
                <span>{score} 分</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data.kinds.map(({ code, name, rows }) => (
        <Section key={code} title={name} note={`${rows.filter(({ score }) => score !== null).length} / ${rows.length} 家有评分`}>
          <ScoreTable rows={rows} areaId={areaId} periodId={data.period?.id ?? ''} hasPrevious={data.previous !== null} />
        </Section>
      ))}
    </>
  );
}

function ScoreTable({ rows, areaId, periodId, hasPrevious }: { rows: Row[]; areaId: string; periodId: string; hasPrevious: boolean }) {
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
                  <Link to="/areas/$areaId/channels" params={{ areaId }} search={{ period: periodId, q: row.name }}>
                    {row.name}
                  </Link>
                  <small className="sub">{row.unit.name}</small>
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
