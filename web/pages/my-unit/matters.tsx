import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { problemReceive } from '../../../src/contract/endpoints/problem-receive.ts';
import { send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Refusal } from '../ledger/acts/refusal.tsx';
import { useAct } from '../ledger/acts/use-act.ts';
import { useLedgerAddress } from '../ledger/filter.ts';
import type { MyUnit } from './types.ts';

type Matter = MyUnit['problems'][number];
const MOVES: Record<Matter['move'], string> = { receive: '签收', answer: '填写整改情况', answer_again: '重新整改并反馈' };
const NEAR: Record<Matter['near'], string> = { overdue: 'is-bad', today: 'is-bad', next: 'is-undecided', later: '', undated: '' };
const MOST_AT_ONCE = 200;
/** Shown before more are asked for, so that reports and tasks below stay in reach. */
const AT_FIRST = 20;

/** Problems that wait for the unit, the most pressing first; all that wait for a signature are signed for in one go. */
export function Matters({ data, areaId, own }: { data: MyUnit; areaId: string; own: boolean }) {
  const { change } = useLedgerAddress();
  const [whole, setWhole] = useState(false);
  const shown = whole ? data.problems : data.problems.slice(0, AT_FIRST);
  const unsigned = data.problems.filter(({ move }) => move === 'receive').slice(0, MOST_AT_ONCE);
  // What is not listed, or more than one act takes, is not signed for unseen.
  const isPart = unsigned.length === MOST_AT_ONCE || data.problems.length < data.total;
  const sign = useAct(() =>
    send<typeof problemReceive>('/api/areas/:areaId/problems/receive', { areaId, problemIds: unsigned.map(({ id }) => id) }),
  );
  return (
    <Section
      title="待办问题"
      note={
        own && unsigned.length > 0 ? (
          <Button size="small" type="primary" loading={sign.isPending} onClick={() => sign.mutate(undefined)}>
            {`${isPart ? '签收最急的' : '签收全部'} ${unsigned.length} 件`}
          </Button>
        ) : (
          `${data.total} 件`
        )
      }
    >
      <Refusal error={sign.error} />
      {data.problems.length === 0 ? (
        <EmptyState title="没有待办的问题" next="有新交办的问题时，会按期限列在这里。" />
      ) : (
        <ul className="matters">
          {shown.map((matter) => (
            <li key={matter.id}>
              <button type="button" className="matter" onClick={() => change({ problem: matter.id })}>
                <span className="matter-due">
                  <b className={NEAR[matter.near]}>{matter.when}</b>
                  {matter.dueOn && (
                    <small>
                      {matter.dueOn}
                      {matter.dueProvisional && '（暂定）'}
                    </small>
                  )}
                </span>
                <span className="matter-what">
                  <span className="row-text">{matter.text}</span>
                  <small className="sub">
                    {[matter.unit.id === data.unit.id ? null : matter.unit.name, matter.channel?.name, matter.place]
                      .filter(Boolean)
                      .join('　')}
                  </small>
                </span>
                <StatusMark {...matter.status} />
                <span className="matter-move">{own ? MOVES[matter.move] : '查看'}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < data.problems.length && (
        <p className="section-foot">
          <Button onClick={() => setWhole(true)}>{`再列出 ${data.problems.length - shown.length} 件`}</Button>
        </p>
      )}
      {data.problems.length < data.total && (
        <p className="section-foot">
          这里列出最急的 {data.problems.length} 件，共 {data.total} 件；其余见
          <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ unit: data.unit.id, sort: 'due', order: 'asc' }}>
            问题台账
          </Link>
          。
        </p>
      )}
    </Section>
  );
}
