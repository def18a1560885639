import { memo, type ReactNode } from 'react';
import type { Decision, ProofFinding } from './decisions.ts';

/** A finding as the text shows it. */
export interface Mark {
  index: number;
  finding: ProofFinding;
  decision: Decision | undefined;
  chosen: boolean;
}

interface Props {
  text: string;
  from: number;
  marks: readonly Mark[];
  choose(index: number): void;
}

/** Words of one paragraph or cell with its findings marked. Drawn again only when one of its own marks changes. */
export const ProofWords = memo(
  function ProofWords({ text, from, marks, choose }: Props) {
    const out: ReactNode[] = [];
    let at = 0;
    for (const mark of marks) {
      const start = mark.finding.start - from;
      const end = Math.min(mark.finding.end - from, text.length);
      if (start < at) continue;
      out.push(text.slice(at, start), <MarkedWords key={mark.index} words={text.slice(start, end)} mark={mark} choose={choose} />);
      at = Math.max(at, end);
    }
    out.push(text.slice(at));
    return <>{out}</>;
  },
  (before, after) =>
    before.text === after.text &&
    before.from === after.from &&
    before.choose === after.choose &&
    before.marks.length === after.marks.length &&
    before.marks.every((mark, i) => {
      const other = after.marks[i];
      return mark.finding === other?.finding && mark.decision === other.decision && mark.chosen === other.chosen;
    }),
);

function MarkedWords({
  words,
  mark: { index, finding, decision, chosen },
  choose,
}: {
  words: string;
  mark: Mark;
  choose(index: number): void;
}) {
  const { layer, kindName, suggestion } = finding;
  const state = decision === 'taken' ? 'taken' : decision === 'dismissed' ? 'dismissed' : layer;
  return (
    // A link, not a button: it breaks over lines as words do.
    <a
      id={`mark-${index}`}
      href={`#line-${index}`}
      className={`proof-mark proof-${state}${chosen ? ' stated-on' : ''}`}
      title={`${kindName}${suggestion ? `，建议改为“${suggestion}”` : suggestion === '' ? '，建议删去' : ''}`}
      onClick={(event) => {
        event.preventDefault();
        choose(index);
      }}
    >
      {decision === 'taken' ? <Change words={words} suggestion={suggestion ?? ''} /> : words === '' ? '∧' : words}
    </a>
  );
}

const Change = ({ words, suggestion }: { words: string; suggestion: string }) => (
  <>
    <del>{words}</del>
    <ins>{suggestion}</ins>
  </>
);
