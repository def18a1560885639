import { useMemo } from 'react';
import type { Decisions, ProofReport } from './decisions.ts';
import { draftParts, type Stretch } from './draft-lines.ts';
import { type Mark, ProofWords } from './proof-words.tsx';

/** What an intruder hid has no place in the words. */
const UNSEEN = 'L6';

interface Props {
  report: ProofReport;
  /** The text to show: that of the report, or what was pasted. */
  text: string;
  decisions: Decisions;
  chosen: number | null;
  choose(index: number): void;
}

/** The draft as it reads, every finding marked in the colour of its layer. */
export function ProofText({ report, text, decisions, chosen, choose }: Props) {
  const parts = useMemo(() => draftParts(text), [text]);
  const starts = useMemo(() => report.findings.map(({ start }) => start), [report]);
  const marksIn = ({ start, end }: Stretch): Mark[] => {
    const marks: Mark[] = [];
    for (let index = firstFrom(starts, start); index < starts.length && (starts[index] as number) < end; index += 1) {
      const finding = report.findings[index];
      if (finding && finding.layer !== UNSEEN) marks.push({ index, finding, decision: decisions.get(index), chosen: chosen === index });
    }
    return marks;
  };
  const words = (stretch: Stretch) => (
    <ProofWords
      key={stretch.start}
      text={text.slice(stretch.start, stretch.end)}
      from={stretch.start}
      marks={marksIn(stretch)}
      choose={choose}
    />
  );
  return (
    <article className="paper audit-paper proof-paper" aria-label="文稿">
      {parts.map((part) =>
        part.kind === 'paragraph' ? (
          <p key={part.start}>{words(part)}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
          <section key={part.start} className="scroll" aria-label={`表（可左右滚动）${part.start}`} tabIndex={0}>
            <table className="figures printed">
              <tbody>
                {part.rows.map((row) => (
                  <tr key={row[0]?.start}>
                    {row.map((cell) => (
                      <td key={cell.start}>{words(cell)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ),
      )}
    </article>
  );
}

/** First of the ascending places that is not before `start`. */
function firstFrom(places: readonly number[], start: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
