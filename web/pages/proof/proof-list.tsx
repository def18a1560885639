import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Section } from '../../parts/section.tsx';
import type { Decision, Decisions, ProofReport } from './decisions.ts';
import { FindingDetails, FindingWords } from './proof-item.tsx';

interface Props {
  report: ProofReport;
  decisions: Decisions;
  chosen: number | null;
  hidden: ReadonlySet<string>;
  toggle(layer: string): void;
  choose(index: number): void;
  decide(index: number, decision: Decision | null): void;
  children: ReactNode;
}

const PAGE = 200;

/** Every finding with what would be right and why, in reading order. */
export function ProofList({ report, decisions, chosen, hidden, toggle, choose, decide, children }: Props) {
  const [room, setRoom] = useState(PAGE);
  const rows = report.findings.map((finding, index) => ({ finding, index })).filter(({ finding }) => !hidden.has(finding.layer));
  const reach = Math.max(room, (chosen === null ? -1 : rows.findIndex(({ index }) => index === chosen)) + 1);
  const layers = report.layers.filter(({ id }) => report.findings.some(({ layer }) => layer === id));
  const nameOf = (layer: string): string => report.layers.find(({ id }) => id === layer)?.name ?? layer;
  return (
    <Section title="校对结果" note={`疑点 ${report.findings.length} 处，已处理 ${decisions.size} 处`}>
      {layers.length > 1 && (
        <fieldset className="audit-counts">
          <legend className="skip">按层次筛选</legend>
          {layers.map(({ id, name }) => (
            <label key={id} className={`toggle proof-layer proof-${id}${hidden.has(id) ? '' : ' toggle-on'}`}>
              <input type="checkbox" checked={!hidden.has(id)} onChange={() => toggle(id)} />
              {name} {report.findings.filter(({ layer }) => layer === id).length}
            </label>
          ))}
        </fieldset>
      )}
      {children}
      {report.findings.length === 0 && (
        <p className="section-foot">
          {report.characters === 0 ? '没有读到文字，什么也没有校对。' : '没有发现疑点。没有发现不等于没有错，请仍按“三审三校”审核。'}
        </p>
      )}
      <ul className="audit-list proof-list">
        {rows.slice(0, reach).map(({ finding, index }) => {
          const decision = decisions.get(index);
          return (
            <li
              key={index}
              className={`proof-item proof-${finding.layer}${chosen === index ? ' stated-on' : ''}${decision ? ` is-${decision}` : ''}`}
            >
              <button id={`line-${index}`} type="button" className="stated" onClick={() => choose(index)}>
                <FindingWords finding={finding} text={report.text} />
              </button>
              <FindingDetails finding={finding} index={index} layer={nameOf(finding.layer)} decision={decision} decide={decide} />
            </li>
          );
        })}
      </ul>
      {rows.length > reach && <Button onClick={() => setRoom(reach + PAGE)}>再显示 {Math.min(PAGE, rows.length - reach)} 处</Button>}
      {report.notes.map((note) => (
        <p key={note} className="section-foot">
          {note}
        </p>
      ))}
    </Section>
  );
}
