import { Button } from 'antd';
import { FaultAt } from '../../../parts/faults.tsx';
import { isOwn } from './changes.ts';
import { DeadlineField } from './deadline-field.tsx';
import { fieldId } from './highlight.ts';
import { type ChosenPiece, ParagraphField } from './paragraph-field.tsx';
import type { DraftParagraph, FigureInfo } from './types.ts';

export interface BlockActs {
  change(change: Partial<DraftParagraph>): void;
  choose(piece: ChosenPiece): void;
  refused(): void;
  move(by: -1 | 1): void;
  add(): void;
  remove(): void;
  insert(): void;
}

interface Props {
  paragraph: DraftParagraph;
  /** Its path in what is saved: the server's refusals stand here. */
  at: string;
  label: string;
  figures: ReadonlyMap<string, FigureInfo>;
  /** How many disagreements point at it, and whether one of them bars the issue. */
  faults: { count: number; bars: boolean };
  signedDate: string | null;
  insertion: { figure: string; turn: number } | null;
  first: boolean;
  last: boolean;
  acts: BlockActs;
}

/** One paragraph of the draft: its heading with the number it has now, its words, what can be done with it. */
export function ParagraphBlock({ paragraph, at, label, figures, faults, signedDate, insertion, first, last, acts }: Props) {
  const { heading, level, runs, template, stale, deadline } = paragraph;
  const name = heading || '正文';
  const mark = faults.count === 0 ? '' : faults.bars ? ' block-bad' : ' block-warn';
  return (
    <div className={`block block-${level}${mark}`} id={`block-${paragraph.id}`}>
      {heading !== null && (
        <label className="block-heading">
          <b>{label}</b>
          <input
            value={heading}
            aria-label={`小标题 ${label}`}
            placeholder="小标题"
            onChange={(event) => acts.change({ heading: event.target.value })}
          />
        </label>
      )}
      <FaultAt at={`${at}.heading`} />
      {(level !== 1 || runs.length > 0) && (
        <ParagraphField
          id={fieldId(paragraph.id)}
          label={`${label}${name}`}
          runs={runs}
          figures={figures}
          change={(next) => acts.change({ runs: next })}
          choose={acts.choose}
          refused={acts.refused}
          enter={acts.add}
          insertion={insertion}
        />
      )}
      {isOwn(paragraph) && paragraph.part === 'requirements' && (
        <DeadlineField value={deadline} day={signedDate} change={(next) => acts.change({ deadline: next })} />
      )}
      {template && (
        <p className={`block-note${stale ? ' block-stale' : ''}`}>
          {stale ? '数据或点名范围已变，模板的文字与您改过的不同。' : '已改动。'}
          <button type="button" className="plain" onClick={() => acts.change({ ...template, template: null, stale: false })}>
            {stale ? '采用模板的新文字' : '恢复模板文字'}
          </button>
        </p>
      )}
      <div className="block-acts" role="toolbar" aria-label={`${label}${name}的操作`}>
        {level !== 1 && (
          <Button size="small" onClick={acts.insert}>
            插入数字
          </Button>
        )}
        <Button size="small" disabled={first} onClick={() => acts.move(-1)}>
          上移
        </Button>
        <Button size="small" disabled={last} onClick={() => acts.move(1)}>
          下移
        </Button>
        <Button size="small" onClick={acts.add}>
          下方加一段
        </Button>
        <Button size="small" danger onClick={acts.remove}>
          删除
        </Button>
      </div>
    </div>
  );
}
