import { VERDICT_NAMES } from '../../../src/core/verdict.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { Overview } from './data.ts';

/** What was not checked and why: none of it counts as passed, none of it is held against a unit. */
export function Unseen({ unseen }: { unseen: Overview['unseen'] }) {
  return (
    <Section title="未检查与待人工判断" note={unseen ? `${unseen.day} 应查 ${unseen.total} 项，已有结论 ${unseen.judged} 项` : undefined}>
      {!unseen && <p className="section-foot">还没有检查记录。</p>}
      {unseen && unseen.reasons.length === 0 && <p className="section-foot">全部检查都有结论。</p>}
      {unseen && unseen.reasons.length > 0 && (
        <div className="scroll">
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">原因</th>
                <th scope="col">归类</th>
                <th scope="col" className="num">
                  检查项
                </th>
                <th scope="col" className="num">
                  网站、账号
                </th>
              </tr>
            </thead>
            <tbody>
              {unseen.reasons.map(({ code, name, verdict, count, channels }) => (
                <tr key={`${verdict} ${code}`}>
                  <th scope="row">{name}</th>
                  <td>
                    <StatusMark code={verdict === 'cannot-tell' ? 'undecided' : 'suspected'} name={VERDICT_NAMES[verdict]} />
                  </td>
                  <td className="num">{count}</td>
                  <td className="num">{channels}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {unseen && unseen.reasons.length > 0 && <p className="section-foot">以上均不算合格，也不记为单位的问题。</p>}
    </Section>
  );
}
