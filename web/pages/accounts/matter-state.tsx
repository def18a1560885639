import { StatusMark } from '../../parts/status-mark.tsx';
import type { MatterRow } from './types.ts';

const TONES: Readonly<Record<string, string>> = {
  done: 'done',
  refused: 'returned',
  returned: 'returned',
  found: 'fail',
  withdrawn: 'calm',
};

/** Where a matter stands, with what is late or due. */
export function MatterState({ row }: { row: Pick<MatterRow, 'state' | 'overdue' | 'recheckDue' | 'dueOn'> }) {
  return (
    <>
      <StatusMark code={row.overdue ? 'late' : row.recheckDue ? 'due-soon' : (TONES[row.state.code] ?? 'draft')} name={row.state.name} />
      {row.overdue && <small className="sub is-bad">已过 {row.dueOn}</small>}
      {row.recheckDue && <small className="sub is-undecided">{row.dueOn} 起应复核</small>}
    </>
  );
}
