import { StatusMark } from '../../parts/status-mark.tsx';
import type { ChannelRow } from './types.ts';

/** The verdict with what it rests on: how many checks ran of those due, and how long it has failed. */
export function ResultCell({ result }: { result: ChannelRow['result'] }) {
  if (!result) return <span className="is-zero">本期未统计</span>;
  return (
    <span className="result">
      <StatusMark code={result.verdict} name={result.verdictName} />
      {result.failedInARow > 1 && <small className="is-bad">连续{result.failedInARow}期</small>}
      {!result.inBase && <small className="sub">不计入基数：{result.outside ?? '未注明'}</small>}
      <small className="sub" title="已有结论的检查项 / 应查的检查项">
        已查 {result.run}/{result.due}
      </small>
    </span>
  );
}

/** Lines of the notice's table, as the sheet words them. */
export function Reasons({ result }: { result: ChannelRow['result'] }) {
  if (!result || result.reasons.length === 0) return <span className="is-zero rows-none">—</span>;
  return (
    <ol className="reasons">
      {result.reasons.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are fixed and may repeat
        <li key={i}>{line}</li>
      ))}
    </ol>
  );
}
