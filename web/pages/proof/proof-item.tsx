import { Button } from 'antd';
import { canTake, type Decision, type ProofFinding } from './decisions.ts';

interface Props {
  finding: ProofFinding;
  index: number;
  /** Name of its layer. */
  layer: string;
  decision: Decision | undefined;
  decide(index: number, decision: Decision | null): void;
}

const SEVERITIES: Readonly<Record<number, string>> = { 1: '严重', 2: '重要', 3: '一般', 4: '格式' };

/** Words as short as this say little without their neighbours. */
const SHORT = 3;
const AROUND = 6;

/** What stands there and what would be right; of a letter or two also the words around it. `text`: what the offsets refer to. */
export function FindingWords({ finding, text }: { finding: ProofFinding; text: string }) {
  const { start, end, found, suggestion, layer } = finding;
  const alone = found.length <= SHORT && layer !== 'L6';
  return (
    <>
      {alone && (
        <span className="section-note">
          {text
            .slice(Math.max(0, start - AROUND), start)
            .split(/\s/)
            .at(-1)}
        </span>
      )}
      <b>{found || '（此处缺字）'}</b>
      {alone && <span className="section-note">{text.slice(end, end + AROUND).split(/\s/)[0]}</span>}
      {suggestion !== null && suggestion !== found && layer !== 'L6' && (
        <>
          {' → '}
          <b className="is-good">{suggestion || '删去'}</b>
        </>
      )}
    </>
  );
}

/** Layer, kind, weight and reason of a finding, and what the reader can do about it. */
export function FindingDetails({ finding, index, layer, decision, decide }: Props) {
  const { kindName, severity, why, files } = finding;
  return (
    <>
      <p>
        {layer}·{kindName}，{severity === 1 ? <b className="is-bad">{SEVERITIES[severity]}</b> : SEVERITIES[severity]}
        {files ? '' : '，请人工判断'}
      </p>
      <p>{why}</p>
      <div className="proof-acts">
        {decision === undefined ? (
          <>
            {canTake(finding) && (
              <Button size="small" onClick={() => decide(index, 'taken')}>
                {finding.layer === 'L5' ? '遮盖' : '采纳'}
              </Button>
            )}
            <Button size="small" onClick={() => decide(index, 'dismissed')}>
              不是错误
            </Button>
          </>
        ) : (
          <>
            <span>{decision === 'taken' ? '已采纳' : '已标为不是错误'}</span>
            <Button size="small" type="link" onClick={() => decide(index, null)}>
              撤销
            </Button>
          </>
        )}
      </div>
    </>
  );
}
