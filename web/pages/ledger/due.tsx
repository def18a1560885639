import type { Problems } from './types.ts';

/** 整改期限: late in red with the word, provisional said so. */
export function Due({ row }: { row: Pick<Problems['rows'][number], 'dueOn' | 'overdue' | 'dueProvisional'> }) {
  if (!row.dueOn) return <span className="is-zero">未定</span>;
  return (
    <span className={row.overdue ? 'is-bad' : undefined}>
      {row.dueOn}
      {row.overdue && <small className="sub is-bad">已逾期</small>}
      {row.dueProvisional && (
        <small className="sub" title="该年放假安排尚未公布，期限届时重算">
          暂定
        </small>
      )}
    </span>
  );
}
