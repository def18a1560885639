import { Link } from '@tanstack/react-router';
import { usePlace } from '../../app/use-areas.ts';
import { rateText } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { Overview } from './data.ts';

const VERDICTS = [
  ['no_problem', '无问题'],
  ['pass', '合格'],
  ['fail', '不合格'],
  ['undecided', '未能认定'],
] as const;

/** 检查结果 by kind of channel; every number opens the channels it counts. */
export function Results({ kinds }: { kinds: Overview['kinds'] }) {
  const { areaId, period } = usePlace();
  const to = (search: Record<string, string>) =>
    ({ to: '/areas/$areaId/channels', params: { areaId }, search: { ...(period ? { period } : {}), ...search } }) as const;
  return (
    <Section
      title="检查结果"
      note="合格率 =（无问题＋合格）÷ 基数；基数为截止日正常运行且已备案的网站、账号，含未能认定的；均未能认定的不计算"
    >
      {kinds.length === 0 && <p className="section-foot">本期只登记了存量问题，没有逐个网站、账号的检查结果。</p>}
      <div className="scroll" hidden={kinds.length === 0}>
        <table className="figures results">
          <thead>
            <tr>
              <th scope="col">类别</th>
              <th scope="col" className="rate-cell">
                合格率
              </th>
              <th scope="col" className="num base-cell">
                基数
              </th>
              {VERDICTS.map(([code, name]) => (
                <th key={code} scope="col" className="num">
                  {name}
                </th>
              ))}
              <th scope="col" className="outside">
                不计入基数
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <tr key={kind.code}>
                <th scope="row">
                  <Link {...to({ kind: kind.code })}>{kind.name}</Link>
                  {kind.outside.length > 0 && <small className="sub outside-under">不计入基数：{outsideText(kind.outside)}</small>}
                </th>
                <td className="rate-cell">
                  <span className="rate">
                    <b>{rateText(kind.rate)}</b>
                    <span className="rate-base">
                      {kind.rate.passing}/{kind.rate.base}
                    </span>
                    <span className="rate-bar" aria-hidden="true">
                      <i style={{ width: `${kind.rate.percent ?? 0}%` }} />
                    </span>
                  </span>
                </td>
                <td className="num base-cell">{kind.rate.base}</td>
                {VERDICTS.map(([code]) => (
                  <td key={code} className={`num ${kind.tally[code] > 0 ? `is-${code}` : 'is-zero'}`}>
                    {kind.tally[code] > 0 ? <Link {...to({ kind: kind.code, verdict: code })}>{kind.tally[code]}</Link> : 0}
                  </td>
                ))}
                <td className="outside">{kind.outside.length > 0 ? outsideText(kind.outside) : '无'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

const outsideText = (outside: Overview['kinds'][number]['outside']): string =>
  outside.map(({ why, count }) => `${why} ${count}`).join('，');
