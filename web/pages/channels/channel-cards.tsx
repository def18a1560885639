import type { ChannelRow } from './page.tsx';
import { Reasons, ResultCell } from './result-cell.tsx';
import { SiteCondition } from './site-condition.tsx';

/** Sites and accounts on a telephone. */
export function ChannelCards({ rows }: { rows: ChannelRow[] }) {
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id} className="card-still">
          <span className="card-head">
            <b>{row.name}</b>
            <span className="sub">{row.kind.name}</span>
          </span>
          <span className="sub">{row.unit.name}</span>
          <SiteCondition lines={row.condition} />
          <ResultCell result={row.result} />
          {row.result && row.result.reasons.length > 0 && <Reasons result={row.result} />}
        </li>
      ))}
    </ul>
  );
}
