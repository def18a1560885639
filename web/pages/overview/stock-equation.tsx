import { Link } from '@tanstack/react-router';
import { usePlace } from '../../app/use-areas.ts';
import { Section } from '../../parts/section.tsx';
import type { Overview } from './data.ts';

/** 期初 + 新增 + 再次发现 − 销号 = 期末, written as the sum it is. */
export function StockEquation({ stock }: { stock: Overview['stock'] }) {
  const { areaId } = usePlace();
  if (!stock) return null;
  const terms = [
    ['', '期初', stock.opening],
    ['＋', '新增', stock.found],
    ['＋', '再次发现', stock.reopened],
    ['－', '销号等', stock.closed],
    ['＝', '期末存量', stock.closing],
  ] as const;
  return (
    <Section title="问题存量" note="单位：个">
      <dl className="equation">
        {terms.map(([sign, name, value]) => (
          <div key={name} className={sign === '＝' ? 'term term-sum' : 'term'}>
            {sign && (
              <span className="sign" aria-hidden="true">
                {sign}
              </span>
            )}
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!stock.balanced && (
        <p className="warn-line" role="alert">
          各项相加与期末存量不符，请核对台账后再出具通报。
        </p>
      )}
      <p className="section-foot">
        截止日逾期未整改 <b className={stock.overdue > 0 ? 'is-bad' : ''}>{stock.overdue}</b> 个。
        <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ stock: 'yes' }}>
          查看现有存量
        </Link>
      </p>
    </Section>
  );
}
