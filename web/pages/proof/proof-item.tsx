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

/** What stands there and what would be right. */
export function FindingWords({ finding: { found, suggestion, layer } }: { finding: ProofFinding }) {
  return (
    <>
      <b>{found || '（此处缺字）'}</b>
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
