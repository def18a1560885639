import { Button } from 'antd';
import { findQuote } from './changes.ts';
import type { Disagreement, FigureInfo, LocalDraft } from './types.ts';

const SEVERITY = { refused: '不得印发', blocks: '印发前须处理', warns: '提示' } as const;

interface Props {
  disagreements: readonly Disagreement[];
  figures: ReadonlyMap<string, FigureInfo>;
  draft: LocalDraft;
  goto(paragraph: string): void;
  bind(paragraph: string, quote: string, figure: string): void;
  /** Lets the writer choose the figure a typed number means. */
  choose(paragraph: string, quote: string): void;
}

/** What the last audit found, each with the way to put it right. */
export function CheckPanel({ disagreements, figures, draft, goto, bind, choose }: Props) {
  if (disagreements.length === 0) return <p className="section-foot">正文、附表与快照逐项一致，没有直接录入的统计数字。</p>;
  return (
    <ul className="disagreements">
      {disagreements.map((one, i) => {
        const paragraph = draft.paragraphs.find(({ id }) => id === one.place);
        const typed = one.kind === 'typed-figure' && paragraph && one.stated !== null && findQuote(paragraph.runs, one.stated) !== null;
        const figure = one.figure === null ? undefined : figures.get(one.figure);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same number may be typed twice in a paragraph
          <li key={`${one.place} ${one.message} ${i}`} className={`severity-${one.severity}`}>
            <b>{SEVERITY[one.severity]}</b>
            <span>{one.message}</span>
            <span className="disagreement-acts">
              {paragraph && (
                <Button size="small" onClick={() => goto(one.place)}>
                  到该段
                </Button>
              )}
              {typed && figure && (
                <Button size="small" type="primary" onClick={() => bind(one.place, one.stated as string, figure.id)}>
                  改为{figure.printed}并绑定
                </Button>
              )}
              {typed && (
                <Button size="small" onClick={() => choose(one.place, one.stated as string)}>
                  {figure ? '绑定别的数字' : '选择数字绑定'}
                </Button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
