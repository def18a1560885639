import { addMonths } from '../../../src/core/date.ts';
import { parsePeriod, periodOf, previousPeriod } from '../../../src/core/period.ts';
import { dayInWords, percent } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { Trend, TrendRow } from './types.ts';

type Numbers = NonNullable<TrendRow['reckoned']>;
/** A figure; rates differ by percentage points. */
const FIGURES: readonly { name: string; of(row: Numbers): number | null; rate?: true; base?(row: Numbers): string | null }[] = [
  { name: '新发现', of: ({ found }) => found },
  { name: '再次发现', of: ({ reopened }) => reopened },
  { name: '销号', of: ({ closed }) => closed },
  { name: '期末存量', of: ({ closing }) => closing },
  { name: '同一位置反复', of: ({ recurred }) => recurred },
  { name: '网站合格率', of: ({ site }) => site?.percent ?? null, base: ({ site }) => baseOf(site), rate: true },
  { name: '账号合格率', of: ({ account }) => account?.percent ?? null, base: ({ account }) => baseOf(account), rate: true },
];
const baseOf = (rate: Numbers['site']): string | null => (rate && rate.base > 0 ? `${rate.passing}/${rate.base}` : null);

/** The newest period against the one before and against the same one of last year; nothing is compared with a gap. */
export function Compared({ trend }: { trend: Trend }) {
  const newest = trend.rows.at(-1);
  if (!newest?.reckoned) return null;
  const period = parsePeriod(newest.id);
  const rowOf = (id: string) => trend.rows.find((row) => row.id === id)?.reckoned ?? null;
  const before = rowOf(previousPeriod(period).id);
  const lastYear = rowOf(periodOf(period.kind, addMonths(period.from, -12)).id);
  return (
    <Section title={`${newest.label}与上期、上年同期`} note={`统计截至${dayInWords(newest.reckoned.cutoff)}`}>
      <dl className="compared">
        {FIGURES.filter(({ of }) => of(newest.reckoned as Numbers) !== null).map(({ name, of, rate, base }) => {
          const now = of(newest.reckoned as Numbers) as number;
          const printedBase = base?.(newest.reckoned as Numbers);
          return (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <b>{rate ? percent(now) : now}</b>
                {printedBase && <span className="rate-base">{printedBase}</span>}
                <small>上期：{differenceWords(now, before && of(before), rate)}</small>
                <small>上年同期：{differenceWords(now, lastYear && of(lastYear), rate)}</small>
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

function differenceWords(now: number, then: number | null, isRate: true | undefined): string {
  if (then === null) return '未统计';
  const difference = Math.round((now - then) * 10) / 10;
  const unit = isRate ? ' 个百分点' : '';
  return difference === 0 ? '持平' : `${difference > 0 ? '增' : '减'} ${Math.abs(difference)}${unit}`;
}
