import { Button } from 'antd';
import { AskExempt } from './ask-exempt.tsx';
import { AskMerge } from './ask-merge.tsx';
import { AskReject } from './ask-reject.tsx';
import { type Asking, type Desk, DONE_WORDS, type Order, type Row } from './types.ts';

interface Props {
  areaId: string;
  current: Row;
  /** What the next act is for: those picked, else the one at hand. */
  meant: readonly Row[];
  /** What was said of the one at hand in this sitting. */
  answer: string | null;
  data: Desk;
  asking: Asking | null;
  ask(act: Asking | null): void;
  decide(order: Order): void;
}

/** The four answers, and below them what the chosen one still needs. */
export function ActBar({ areaId, current, meant, answer, data, asking, ask, decide }: Props) {
  const may = (act: string): boolean => data.may.includes(act) && meant.length > 0;
  const [only] = meant;
  const weak = meant.length > 0 && meant.every(({ isWeakness }) => isWeakness);
  const key = (letter: string) => <span className="text-key" data-key={letter} />;
  return (
    <div className="desk-bar">
      <div className="desk-acts">
        <b className="desk-meant">
          {meant.length > 1
            ? `对所选 ${meant.length} 条：`
            : answer
              ? `已${answer}`
              : only && only.id !== current.id
                ? `对所选“${only.place}”：`
                : ''}
        </b>
        {!weak && (
          <Button size="small" type="primary" disabled={!may('confirmed')} onClick={() => decide({ act: 'confirmed' })}>
            认定{key('Y')}
          </Button>
        )}
        <Button size="small" disabled={!may('rejected')} onClick={() => ask('rejected')} aria-expanded={asking === 'rejected'}>
          不予认定{key('N')}
        </Button>
        <Button
          size="small"
          disabled={!may('merged') || meant.length > 1}
          onClick={() => ask('merged')}
          aria-expanded={asking === 'merged'}
        >
          并入{key('M')}
        </Button>
        {data.may.includes('exempted') && (
          <Button size="small" disabled={!may('exempted')} onClick={() => ask('exempted')} aria-expanded={asking === 'exempted'}>
            豁免{key('X')}
          </Button>
        )}
      </div>
      {asking === 'rejected' && (
        <AskReject reasons={data.reasons.rejected} first={weak ? 'weakness' : null} close={() => ask(null)} decide={decide} />
      )}
      {asking === 'exempted' && <AskExempt reasons={data.reasons.exempted} today={data.today} close={() => ask(null)} decide={decide} />}
      {asking === 'merged' && only && <AskMerge areaId={areaId} id={only.id} close={() => ask(null)} decide={decide} />}
      {asking !== null && <p className="section-note">{DONE_WORDS[asking]}后可在当天撤回；经过和理由都留在台账里。</p>}
    </div>
  );
}
