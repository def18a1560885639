import { moment } from '../../parts/format.ts';
import { type CardRow, keyOf, TONES } from './types.ts';

interface Props {
  rows: readonly CardRow[];
  index: number;
  /** Answers are taken. */
  open: boolean;
  picked: ReadonlySet<string>;
  choose(index: number): void;
  toggle(key: string): void;
}

/** The line at hand stays in sight when the keys lead to it. */
const intoSight = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' });

/** Cards × channels that are due. Those of one card that blames are ticked to be answered together. */
export function CardList({ rows, index, open, picked, choose, toggle }: Props) {
  const [first] = rows.filter((row) => picked.has(keyOf(row)));
  return (
    <ul className="desk-list" aria-label="人工检查">
      {rows.map((row, i) => {
        const key = keyOf(row);
        const together = open && row.clean !== null && row.answer === null && (!first || first.card.id === row.card.id);
        return (
          <li key={key} ref={i === index ? intoSight : undefined} className={`desk-line${i === index ? ' desk-line-on' : ''}`}>
            <input
              type="checkbox"
              checked={picked.has(key)}
              disabled={!together}
              aria-label={`选择${row.channel.name}的${row.card.title}`}
              onChange={() => toggle(key)}
            />
            <button type="button" className="desk-open" aria-current={i === index} onClick={() => choose(i)}>
              <span className="desk-line-head">
                <b>{row.card.title}</b>
                <span className={`mark ${TONES[row.standing.code]}`}>{row.standing.name}</span>
              </span>
              <span className="desk-line-text">{row.channel.name}</span>
              <span className="sub">
                {row.clause}　{row.unit.name}
                {row.answer && `　${row.answer.person} ${moment(row.answer.at)}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
