import { Link } from '@tanstack/react-router';
import { addDays } from '../../../src/core/date.ts';
import { useMe } from '../../app/use-me.ts';
import { rateText } from '../../parts/format.ts';
import type { TrendRow } from './types.ts';

type Numbers = NonNullable<TrendRow['reckoned']>;
const COLUMNS = ['期', '期初', '新发现', '再次发现', '销号', '期末存量', '反复', '网站合格率', '账号合格率'];

/** Every period with its numbers, the newest first; each number leads to what it counts. */
export function TrendTable({ rows, areaId }: { rows: readonly TrendRow[]; areaId: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="scroll" aria-label="各期数据（可左右滚动）" tabIndex={0}>
      <table className="figures trends">
        <thead>
          <tr>
            {COLUMNS.map((name, i) => (
              <th key={name} scope="col" className={i > 0 ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ id, label, reckoned }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {reckoned ? (
                <Cells id={id} numbers={reckoned} areaId={areaId} />
              ) : (
                <td className="gap" colSpan={COLUMNS.length - 1}>
                  这一期没有统计
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cells({ id, numbers, areaId }: { id: string; numbers: Numbers; areaId: string }) {
  const { after, cutoff, opening, found, reopened, closed, closing, recurred } = numbers;
  const span = { ...(after ? { from: addDays(after, 1) } : {}), to: cutoff };
  const cell = (count: number, search: Record<string, string>) => (
    <td className="num">
      {count === 0 ? (
        <span className="is-zero">0</span>
      ) : (
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={search}>
          {count}
        </Link>
      )}
    </td>
  );
  return (
    <>
      {cell(opening, { move: 'stock', to: after ?? '' })}
      {cell(found, { move: 'found', ...span })}
      {cell(reopened, { move: 'reopened', ...span })}
      {cell(closed, { move: 'closed', ...span })}
      {cell(closing, { move: 'stock', to: cutoff })}
      {cell(recurred, { move: 'found', recurred: 'yes', ...span })}
      <Rate id={id} type="site" rate={numbers.site} areaId={areaId} />
      <Rate id={id} type="account" rate={numbers.account} areaId={areaId} />
    </>
  );
}

function Rate({ id, type, rate, areaId }: { id: string; type: 'site' | 'account'; rate: Numbers['site']; areaId: string }) {
  const { role } = useMe();
  if (!rate || rate.base === 0) return <td className="num">—</td>;
  const to = (verdict: string) => ({ to: '/areas/$areaId/channels', params: { areaId }, search: { period: id, type, verdict } }) as const;
  return (
    <td className="num">
      {rateText(rate)}
      <span className="rate-base">
        {role === 'unit' || role === 'bureau' ? (
          `${rate.passing}/${rate.base}`
        ) : (
          <>
            <Link {...to('passing')}>{rate.passing}</Link>/<Link {...to('base')}>{rate.base}</Link>
          </>
        )}
      </span>
    </td>
  );
}
