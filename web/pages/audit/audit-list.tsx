import { type ReactNode, useState } from 'react';
import { Section } from '../../parts/section.tsx';
import type { AuditReport } from './types.ts';

type Verdict = AuditReport['figures'][number]['verdict'];
const VERDICTS: readonly { code: Verdict; name: string }[] = [
  { code: 'disagrees', name: '不一致' },
  { code: 'cannot-check', name: '无法核对' },
  { code: 'agrees', name: '一致' },
];

interface Props {
  report: AuditReport;
  chosen: number | null;
  choose(index: number): void;
  children: ReactNode;
}

/** Every figure with what it should be and where that comes from; those that disagree first. */
export function AuditList({ report, chosen, choose, children }: Props) {
  const first = VERDICTS.find(({ code }) => report.counts[code] > 0)?.code ?? 'agrees';
  const [shown, setShown] = useState<Verdict>(first);
  const rows = report.figures.map((figure, index) => ({ figure, index })).filter(({ figure }) => figure.verdict === shown);
  return (
    <Section title="核对结果" note={`数字 ${report.figures.length} 个，表 ${report.tables.length} 张`}>
      <fieldset className="audit-counts">
        <legend className="skip">按结果筛选</legend>
        {VERDICTS.map(({ code, name }) => (
          <label key={code} className={`toggle${shown === code ? ' toggle-on' : ''}`}>
            <input type="radio" name="verdict" checked={shown === code} onChange={() => setShown(code)} />
            {name} {report.counts[code]}
          </label>
        ))}
      </fieldset>
      {children}
      {report.figures.length === 0 && <p className="section-foot">文件里没有读到统计数字。</p>}
      {report.figures.length > 0 && rows.length === 0 && <p className="section-foot">没有这一类。</p>}
      <ul className="audit-list">
        {rows.map(({ figure, index }) => (
          <li key={index} id={`line-${index}`} className={`is-${figure.verdict}${chosen === index ? ' stated-on' : ''}`}>
            <button type="button" className="stated" onClick={() => choose(index)}>
              <b>{figure.quote}</b>
            </button>
            <p>
              {figure.kindName}
              {figure.verdict === 'disagrees' && figure.recomputed !== null && (
                <>
                  ，应为<b className="is-bad">{figure.recomputed}</b>
                </>
              )}
              {figure.why && `：${figure.why}`}
            </p>
            {figure.basis && <p>{basisWords(figure.basis)}</p>}
            {figure.explanations.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </li>
        ))}
      </ul>
      {report.remarks.length > 0 && (
        <>
          <h3 className="drawer-title">提示</h3>
          <ul className="audit-list">
            {report.remarks.map(({ message, quote }) => (
              <li key={`${quote} ${message}`}>
                {quote && <b>{quote}　</b>}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.notes.map((note) => (
        <p key={note} className="section-foot">
          {note}
        </p>
      ))}
    </Section>
  );
}

/** Rows as readers count them; many are told by their number. */
const FEW_ROWS = 8;
function basisWords(basis: NonNullable<AuditReport['figures'][number]['basis']>): string {
  if ('sentences' in basis) return `依据：${basis.how}`;
  const { table, rows, column, how } = basis;
  const which = rows.length === 0 ? '' : rows.length <= FEW_ROWS ? `第${rows.join('、')}行` : `共${rows.length}行`;
  return `依据：${table}${column ? `“${column}”列` : ''}${which}；${how}`;
}
