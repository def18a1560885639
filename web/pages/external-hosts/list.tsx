import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { type HostRow, idOf, isDecidable, STANDINGS } from './types.ts';

const TONES = new Map<string, string>(STANDINGS.map(([code, , tone]) => [code, tone]));

interface Props {
  rows: readonly HostRow[];
  chosen: ReadonlySet<string>;
  /** Null: who looks may not decide. */
  choose: ((ids: readonly string[], on: boolean) => void) | null;
}

/** External sites with the pages that link to them, what a look at their domain says and what the office decided. */
export function HostList({ rows, chosen, choose }: Props) {
  const open = rows.filter(isDecidable).map(idOf);
  const allChosen = open.length > 0 && open.every((id) => chosen.has(id));
  return (
    <>
      {choose && open.length > 0 && (
        <label className="host-all">
          <input type="checkbox" checked={allChosen} onChange={(event) => choose(open, event.target.checked)} /> 选择本页的 {open.length} 个
        </label>
      )}
      <ul className="host-list">
        {rows.map((row) => (
          <Host key={idOf(row)} row={row} chosen={chosen.has(idOf(row))} choose={choose && ((on) => choose([idOf(row)], on))} />
        ))}
      </ul>
    </>
  );
}

function Host({ row, chosen, choose }: { row: HostRow; chosen: boolean; choose: ((on: boolean) => void) | null }) {
  const { name, standing, doubts, decision, url, title, site, foundOn, foundOnCount, firstSeen, lastSeen } = row;
  return (
    <li className={chosen ? 'host host-on' : 'host'}>
      {choose && isDecidable(row) ? (
        <input
          type="checkbox"
          aria-label={`选择${site}链接的${name}`}
          checked={chosen}
          onChange={(event) => choose(event.target.checked)}
        />
      ) : (
        <span />
      )}
      <div className="host-body">
        <div className="host-head">
          <b className="wrap">{name}</b>
          <span className={`mark mark-${TONES.get(standing.code) ?? 'calm'}`}>{standing.name}</span>
          {doubts.map((doubt) => (
            <span key={doubt.code} className="is-bad">
              {doubt.name}
            </span>
          ))}
        </div>
        <p className="host-line">
          <OutsideLink href={url}>{title ?? url}</OutsideLink>
        </p>
        {decision && (
          <p className="host-line">
            {decision.by}　{moment(decision.at)}　理由：{decision.reason}
          </p>
        )}
        <details>
          <summary>
            {site}的 {foundOnCount} 个页面
          </summary>
          <ul>
            {foundOn.map((page) => (
              <li key={page.url} className="wrap">
                <OutsideLink href={page.url}>{page.url}</OutsideLink>
                {page.text && `　链接文字：${page.text}`}
              </li>
            ))}
            {foundOnCount > foundOn.length && <li>只列前 {foundOn.length} 个。</li>}
          </ul>
          <p className="sub">
            首次发现 {moment(firstSeen)}，最近发现 {moment(lastSeen)}
          </p>
        </details>
      </div>
    </li>
  );
}
