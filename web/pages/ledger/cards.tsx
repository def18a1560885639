import { StatusMark } from '../../parts/status-mark.tsx';
import { Due } from './due.tsx';
import { useLedgerAddress } from './filter.ts';
import type { Problems } from './list.tsx';

/** The ledger on a telephone: what, where, whose, how it stands, by when. */
export function Cards({ rows }: { rows: Problems['rows'] }) {
  const { change } = useLedgerAddress();
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" onClick={() => change({ problem: row.id })}>
            <span className="card-head">
              <b>{row.unit.name}</b>
              <StatusMark {...row.status} />
            </span>
            <span className="row-text">{row.text}</span>
            <span className="sub">{row.place}</span>
            <span className="card-foot">
              <span>{row.foundOn} 发现</span>
              {row.dueOn && (
                <span>
                  期限 <Due row={row} />
                </span>
              )}
              {row.periods > 1 && <b>连续{row.periods}期</b>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
