import { dayInWords } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import type { MyUnit } from './types.ts';

/** Days that are told in the sentence of the day stand out here. */
const PRESSING_DAYS = 7;

/** 临近更新时限: columns and accounts that have to publish something, and by when. */
export function Limits({ data }: { data: MyUnit }) {
  const { judgedOn, rows } = data.limits;
  if (rows.length === 0 || judgedOn === null) return null;
  return (
    <Section title="临近更新时限的栏目、账号" note={`${rows.length} 个；按${dayInWords(judgedOn)}的检查结果，此后已更新的不用再办`}>
      <ul className="matters">
        {rows.map((row) => (
          <li key={row.id} className="matter matter-limit">
            <span className="matter-due">
              <b className={row.daysLeft <= PRESSING_DAYS ? 'is-undecided' : undefined}>{row.when}</b>
              <small>{row.dueOn}</small>
            </span>
            <span className="matter-what">
              <span className="row-text">{row.url ? <OutsideLink href={row.url}>{row.name}</OutsideLink> : row.name}</span>
              <small className="sub">{[row.unit.id === data.unit.id ? null : row.unit.name, row.carrier].filter(Boolean).join('　')}</small>
            </span>
            <span className="sub">
              时限{row.limitName}，上次更新 {row.lastUpdate}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
