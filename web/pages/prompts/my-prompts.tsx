import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { myPrompts } from '../../../src/contract/endpoints/my-prompts.ts';
import type { promptAnswer } from '../../../src/contract/endpoints/prompt-answer.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { AnswerForm } from './answer-form.tsx';
import { OwnProblems } from './own-problems.tsx';
import './prompts.css';
import { KEYS, type MyPrompt } from './types.ts';

/**
 * 发给本单位的提示: what a unit is asked, made for a telephone. `unitIds`: of these units alone (comma-separated), else all the
 * caller's own. `quiet`: shows nothing where nothing is asked, to stand within another page.
 */
export function MyPrompts({ areaId, unitIds, quiet = false }: { areaId: string; unitIds?: string; quiet?: boolean }) {
  const asked = { areaId, unitIds };
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.mine, asked],
    queryFn: ({ signal }) => call<typeof myPrompts>('/api/areas/:areaId/my-prompts', asked, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="工作提示" />;
  if (data.open.length === 0 && quiet) return null;
  const severalUnits = new Set([...data.open, ...data.done].map(({ unit }) => unit.id)).size > 1;
  return (
    <>
      {data.open.length === 0 ? (
        <EmptyState title="现在没有要办的提示" next="新的工作提示和自查会出现在这里，并发到消息。" />
      ) : (
        <Section title="待办提示" note={`${data.open.length} 件`}>
          <ul className="my-prompts">
            {data.open.map((row) => (
              <Asked key={`${row.id} ${row.unit.id}`} areaId={areaId} row={row} today={data.today} withUnit={severalUnits} />
            ))}
          </ul>
        </Section>
      )}
      {data.done.length > 0 && !quiet && (
        <Section title="已反馈完成" note={`最近 ${data.done.length} 件`}>
          <ul className="my-prompts">
            {data.done.map((row) => (
              <Done key={`${row.id} ${row.unit.id}`} row={row} withUnit={severalUnits} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Asked({ areaId, row, today, withUnit }: { areaId: string; row: MyPrompt; today: string; withUnit: boolean }) {
  const queries = useQueryClient();
  const [answering, setAnswering] = useState(false);
  const receive = useMutation({
    mutationFn: () =>
      send<typeof promptAnswer>('/api/areas/:areaId/prompts/:promptId/answer', {
        ...{ areaId, promptId: row.id, unitId: row.unit.id, act: 'received' },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: [KEYS.mine] }),
  });
  const isCheck = row.kind.code === 'self_check';
  return (
    <li>
      <h3 className="wrap">{row.heading}</h3>
      <p className={row.overdue ? 'is-bad' : 'section-note'}>
        {withUnit && `${row.unit.name}　`}
        {row.dueOn === null
          ? `${row.sentOn} 提示，未设时限`
          : row.overdue
            ? `应于 ${row.dueOn} 前完成，已逾期`
            : row.dueOn === today
              ? '今天到期'
              : `${row.dueOn} 前完成（含当日）`}
      </p>
      {row.returned && <p className="is-undecided wrap">办公室退回：{row.returned}</p>}
      {isCheck && row.own && <OwnProblems areaId={areaId} own={row.own} categories={row.categories} />}
      <p className="prompt-text wrap">{row.text}</p>
      <div className="my-prompt-acts">
        {row.receivedAt === null ? (
          <Button size="large" onClick={() => receive.mutate()} loading={receive.isPending}>
            确认收到
          </Button>
        ) : (
          <span className="section-note">{moment(row.receivedAt)} 确认收到</span>
        )}
        {!answering && (
          <Button size="large" type="primary" onClick={() => setAnswering(true)}>
            {isCheck ? '反馈自查结果' : '反馈完成'}
          </Button>
        )}
        {isCheck && (
          <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{ tab: 'patrols', answers: row.id }}>
            登记自查发现的问题
          </Link>
        )}
      </div>
      {answering && <AnswerForm areaId={areaId} row={row} close={() => setAnswering(false)} />}
      {receive.error && <ErrorState error={receive.error} />}
    </li>
  );
}

function Done({ row, withUnit }: { row: MyPrompt; withUnit: boolean }) {
  return (
    <li>
      <h3 className="wrap">{row.heading}</h3>
      <p className="section-note">
        {withUnit && `${row.unit.name}　`}
        {row.doneAt && moment(row.doneAt)} 反馈完成
        {row.answer?.found != null && `　自查发现 ${row.answer.found}，已整改 ${row.answer.fixed ?? 0}`}
      </p>
      {(row.answer?.note || row.answer?.proof) && (
        <p className="wrap">
          {row.answer.note} {row.answer.proof && <OutsideLink href={row.answer.proof}>佐证</OutsideLink>}
        </p>
      )}
    </li>
  );
}
