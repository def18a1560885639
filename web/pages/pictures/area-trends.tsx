import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import { addDays } from '../../../src/core/date.ts';
import { useRange } from '../../app/use-range.ts';
import { rateText } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { usePictureAddress } from './address.ts';
import type { Trend, TrendRow } from './types.ts';

type Numbers = NonNullable<TrendRow['reckoned']>;
type Area = Trend['areas'][number];
const COUNTS = { closing: '期末存量', found: '新发现', closed: '销号', recurred: '反复' } as const;
const RATES = { site: '网站合格率', account: '账号合格率' } as const;
const MEASURES = { ...COUNTS, ...RATES };
type Measure = keyof typeof MEASURES;
/** As many as stand beside each other without scrolling where there is room. */
const SHOWN = 12;

/** 走势 of all areas: a row each, a column a period, the newest first, for one measure at a time. */
export function AreaTrends({ areas, areaId }: { areas: readonly Area[]; areaId: string }) {
  const { words } = useRange();
  const { search, change } = usePictureAddress();
  const measure: Measure = search.measure !== undefined && search.measure in MEASURES ? (search.measure as Measure) : 'closing';
  const labels = new Map(areas.flatMap(({ rows }) => rows.map(({ id, label }) => [id, label])));
  const periods = [...labels].toSorted(([a], [b]) => b.localeCompare(a)).slice(0, SHOWN);
  const at = ({ rows }: Area, period: string): Numbers | null => rows.find(({ id }) => id === period)?.reckoned ?? null;
  return (
    <Section title={`各${words.each}走势`} note="各地区按自己的截止日分期；“—”为没有统计。点数字看所计的问题">
      <Radio.Group
        className="every"
        aria-label="看哪一项"
        optionType="button"
        options={Object.entries(MEASURES).map(([value, label]) => ({ value, label }))}
        value={measure}
        onChange={({ target }) => change({ measure: target.value as string })}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too */}
      <section className="scroll" aria-label={`各地区${MEASURES[measure]}（可左右滚动）`} tabIndex={0}>
        <table className="figures area-table">
          <thead>
            <tr>
              <th scope="col">{words.each}</th>
              {periods.map(([id, label]) => (
                <th key={id} scope="col" className="num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area.id}>
                <th scope="row">
                  <Link to="/areas/$areaId/pictures" params={{ areaId: area.id }} search={{ view: 'trends', range: 'own' }}>
                    {area.id === areaId ? `${area.name}本级` : area.name}
                  </Link>
                </th>
                {periods.map(([id]) => (
                  <td key={id} className="num">
                    <Value numbers={at(area, id)} measure={measure} areaId={areaId} of={area.id} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {periods.map(([id]) => (
                <td key={id} className="num">
                  <Sum all={areas.map((area) => at(area, id))} measure={measure} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Section>
  );
}

const isRate = (measure: Measure): measure is keyof typeof RATES => measure in RATES;

function Value({ numbers, measure, areaId, of }: { numbers: Numbers | null; measure: Measure; areaId: string; of: string }) {
  if (numbers === null) return <span className="is-zero">—</span>;
  if (isRate(measure)) return <Rate rate={numbers[measure]} />;
  const n = numbers[measure];
  if (n === 0) return <span className="is-zero">0</span>;
  const { after, cutoff } = numbers;
  const span = { ...(after ? { from: addDays(after, 1) } : {}), to: cutoff };
  const counted = {
    closing: { move: 'stock', to: cutoff },
    found: { move: 'found', ...span },
    closed: { move: 'closed', ...span },
    recurred: { move: 'found', recurred: 'yes', ...span },
  };
  return (
    <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ range: 'whole', area: of, ...counted[measure] }}>
      {n}
    </Link>
  );
}

/** Of all areas together, and of how many where not all were reckoned. */
function Sum({ all, measure }: { all: readonly (Numbers | null)[]; measure: Measure }) {
  const known = all.filter((one) => one !== null);
  if (known.length === 0) return <span className="is-zero">—</span>;
  const of = known.length < all.length && <small className="sub">{known.length} 个地区</small>;
  if (!isRate(measure))
    return (
      <>
        {known.reduce((n, one) => n + one[measure], 0)}
        {of}
      </>
    );
  const rates = known.flatMap((one) => one[measure] ?? []);
  const base = rates.reduce((n, rate) => n + rate.base, 0);
  const passing = rates.reduce((n, rate) => n + rate.passing, 0);
  // No area has one: there is no base, or nothing of it could be decided.
  const isUndecided = rates.every((rate) => rate.percent === null);
  return (
    <>
      <Rate rate={{ base, passing, percent: isUndecided ? null : Math.round((1000 * passing) / base) / 10 }} />
      {of}
    </>
  );
}

function Rate({ rate }: { rate: Numbers['site'] }) {
  if (!rate || rate.base === 0) return <span className="is-zero">—</span>;
  return (
    <>
      {rateText(rate)}{' '}
      <span className="rate-base">
        {rate.passing}/{rate.base}
      </span>
    </>
  );
}
