import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { noticeTaskDone } from '../../../src/contract/endpoints/notice-task-done.ts';
import { send } from '../../api.ts';
import { Section } from '../../parts/section.tsx';
import { Refusal } from '../ledger/acts/refusal.tsx';
import { useAct } from '../ledger/acts/use-act.ts';
import type { MyUnit } from './types.ts';

type Task = MyUnit['tasks'][number];

/** 工作要求 of issued notices that the unit has not yet said it has met. */
export function Tasks({ data, areaId }: { data: MyUnit; areaId: string }) {
  const settle = useAct(({ noticeId, paragraphId, addressee }: Task) =>
    send<typeof noticeTaskDone>('/api/areas/:areaId/notices/:noticeId/tasks', { areaId, noticeId, paragraphId, addressee, done: true }),
  );
  if (data.tasks.length === 0) return null;
  return (
    <Section title="工作要求" note={`${data.tasks.length} 项未落实`}>
      <ul className="matters">
        {data.tasks.map((task) => (
          <li key={`${task.noticeId} ${task.paragraphId} ${task.addressee}`} className="task">
            <div>
              <b>{task.heading}</b>
              <p>{task.text}</p>
              <small className="sub">
                <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: task.noticeId }} search={{}}>
                  {task.notice}
                </Link>
              </small>
            </div>
            <span className={task.overdue ? 'is-bad' : undefined}>
              {task.dueOn ? `${task.dueOn}${task.overdue ? '（已逾期）' : ''}` : '没有定时限'}
            </span>
            <Button onClick={() => settle.mutate(task)} loading={settle.isPending && settle.variables === task}>
              已落实
            </Button>
          </li>
        ))}
      </ul>
      <Refusal error={settle.error} />
    </Section>
  );
}
