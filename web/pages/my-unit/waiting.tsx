import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useLedgerAddress } from '../ledger/filter.ts';
import type { MyUnit } from './types.ts';

/** What the unit has answered and the office has yet to look at, decide or strike off. */
export function Waiting({ data }: { data: MyUnit }) {
  const { change } = useLedgerAddress();
  const { rows, total } = data.waiting;
  if (total === 0) return null;
  return (
    <Section title="已反馈，等待复核、答复或销号" note={`${total} 件`}>
      <ul className="matters">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="matter matter-plain" onClick={() => change({ problem: row.id })}>
              <span className="matter-what">
                <span className="row-text">{row.text}</span>
                <small className="sub">{[row.unit.name, row.place].join('　')}</small>
              </span>
              <StatusMark {...row.status} />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
