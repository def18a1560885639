import { memo } from 'react';
import type { Row } from './types.ts';

interface Props {
  rows: readonly Row[];
  index: number;
  decided: ReadonlyMap<string, string>;
  picked: ReadonlySet<string>;
  choose(index: number): void;
  toggle(id: string): void;
  pickAll(on: boolean): void;
}

/** What waits, the gravest first; what was decided stays in its place until the list is asked anew. */
export function WaitingList({ rows, index, decided, picked, choose, toggle, pickAll }: Props) {
  const open = rows.filter(({ id }) => !decided.has(id));
  const all = open.length > 0 && open.every(({ id }) => picked.has(id));
  return (
    <>
      <label className="desk-all">
        <input type="checkbox" checked={all} disabled={open.length === 0} onChange={(event) => pickAll(event.target.checked)} />
        选择本页未复核的 {open.length} 条{picked.size > 0 && `（已选 ${picked.size} 条）`}
      </label>
      <ul className="desk-list" aria-label="待复核的发现">
        {rows.map((row, i) => (
          <Line
            key={row.id}
            row={row}
            on={i === index}
            answer={decided.get(row.id) ?? null}
            picked={picked.has(row.id)}
            choose={() => choose(i)}
            toggle={() => toggle(row.id)}
          />
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  row: Row;
  on: boolean;
  answer: string | null;
  picked: boolean;
  choose(): void;
  toggle(): void;
}

/** Two hundred lines are drawn once; only those that change are drawn again. */
const Line = memo(
  function Line({ row, on, answer, picked, choose, toggle }: LineProps) {
    const signs = [row.isGrave && '须当日处理', row.isBack && '再次发现', row.isWeakness && '薄弱环节'].filter(Boolean).join('、');
    return (
      <li id={`waiting-${row.id}`} className={`desk-line${on ? ' desk-line-on' : ''}${answer ? ' desk-line-done' : ''}`}>
        <input type="checkbox" checked={picked} disabled={answer !== null} aria-label={`选择“${row.place}”`} onChange={toggle} />
        <button type="button" className="desk-open" aria-current={on} onClick={choose}>
          <span className="desk-line-head">
            <b>{row.unit.name}</b>
            {answer ? (
              <span className="desk-answer">{answer}</span>
            ) : (
              signs && <span className={row.isGrave ? 'is-bad' : 'desk-sign'}>{signs}</span>
            )}
          </span>
          <span className="desk-line-text">{row.text}</span>
          <span className="sub">
            {row.category.name}　{row.source.name}　{row.foundOn}
            {row.waitsDays > 0 && `　已等 ${row.waitsDays} 天`}
          </span>
        </button>
      </li>
    );
  },
  (a, b) => a.row === b.row && a.on === b.on && a.answer === b.answer && a.picked === b.picked,
);
