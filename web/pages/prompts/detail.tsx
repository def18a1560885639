import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { prompt } from '../../../src/contract/endpoints/prompt.ts';
import type { promptFile } from '../../../src/contract/endpoints/prompt-file.ts';
import type { promptRemind } from '../../../src/contract/endpoints/prompt-remind.ts';
import type { promptWithdraw } from '../../../src/contract/endpoints/prompt-withdraw.ts';
import { addressOf, call, send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { usePromptsAddress } from './address.ts';
import { Progress } from './progress.tsx';
import { type Detail, KEYS } from './types.ts';
import { UnitRows } from './unit-rows.tsx';

/** One prompt: how far it has come, who was quick and who is slow, and the texts for the work group. */
export function PromptDetail({ areaId, promptId }: { areaId: string; promptId: string }) {
  const { role } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.prompts, areaId, promptId],
    queryFn: ({ signal }) => call<typeof prompt>('/api/areas/:areaId/prompts/:promptId', { areaId, promptId }, signal),
  });
  const isOffice = role === 'office' && data?.prompt.state.code !== 'withdrawn';
  return (
    <>
      <p className="crumb">
        <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{}}>
          ← 全部提示
        </Link>
      </p>
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : data ? (
        <div className="prompt-detail">
          <div>
            <Head areaId={areaId} data={data} />
            <UnitRows areaId={areaId} data={data} office={isOffice} />
          </div>
          <div>
            {data.prompt.state.code !== 'withdrawn' && (
              <Section title="发工作群">
                <CopyText label="提示全文" text={data.groupText} />
                {data.counts.done < data.counts.asked && <CopyText label="催办文字（未完成的单位）" text={data.urgingText} />}
              </Section>
            )}
            {isOffice && <Acts areaId={areaId} data={data} />}
          </div>
        </div>
      ) : (
        <Loading what="落实情况" />
      )}
    </>
  );
}

function Head({ areaId, data }: { areaId: string; data: Detail }) {
  const { search, change } = usePromptsAddress();
  const { prompt: said, counts, answers, rule } = data;
  const { kind, heading, sentOn, dueOn, state, text, categories, madeBy } = said;
  return (
    <Section title={heading} note={<StatusMark code={state.code} name={state.name} />}>
      <p className="prompt-facts section-note">
        <span>
          {kind.name}
          {categories.length > 0 && `（${categories.map(({ name }) => name).join('、')}）`}
        </span>
        <span>
          {sentOn} {madeBy}提示
        </span>
        <span>{dueOn ? `${dueOn} 前完成（含当日）` : '未设时限'}</span>
      </p>
      <p className="prompt-text wrap">{text}</p>
      {said.withdrawnReason && (
        <p className="is-undecided">
          {said.withdrawnBy}撤回：{said.withdrawnReason}
        </p>
      )}
      <Progress done={counts.done} received={counts.received} asked={counts.asked} />
      <dl className="prompt-counts">
        <Count name="提示单位" n={counts.asked} open={() => change({ speed: undefined })} />
        <Count name="确认收到" n={counts.received} open={() => change({ speed: 'received' })} />
        <Count name="完成" n={counts.done} open={() => change({ speed: 'done' })} />
        {counts.speeds.map(({ code, name, count }) => (
          <Count key={code} name={name} n={count} bad={code === 'slow' && count > 0} open={() => change({ speed: code })} />
        ))}
        {answers && (
          <>
            <Count name="自查未发现" n={answers.clean} />
            <Count name="自查发现问题" n={answers.found} />
            <Count name="其中已整改" n={answers.fixed} />
          </>
        )}
      </dl>
      <p className="section-foot">
        口径：{rule}。{' '}
        <ExportLink
          href={addressOf<typeof promptFile>('/api/areas/:areaId/prompts/:promptId/standing.xlsx', {
            areaId,
            promptId: said.id,
            speed: search.speed,
          })}
        />
      </p>
    </Section>
  );
}

/** `open`: shows whom the number counts. */
function Count({ name, n, bad = false, open }: { name: string; n: number; bad?: boolean; open?: () => void }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={bad ? 'is-bad' : n === 0 ? 'is-zero' : undefined}>
        {open && n > 0 ? (
          <button type="button" className="plain prompt-count-open" aria-label={`${name} ${n} 个，查看单位`} onClick={open}>
            {n}
          </button>
        ) : (
          n
        )}
      </dd>
    </div>
  );
}

function Acts({ areaId, data }: { areaId: string; data: Detail }) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const promptId = data.prompt.id;
  const missing = data.counts.asked - data.counts.done;
  const refresh = () => Promise.all(Object.values(KEYS).map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const remind = useMutation({
    mutationFn: () => send<typeof promptRemind>('/api/areas/:areaId/prompts/:promptId/remind', { areaId, promptId }),
    onSuccess: refresh,
  });
  const withdraw = useMutation({
    mutationFn: () => send<typeof promptWithdraw>('/api/areas/:areaId/prompts/:promptId/withdraw', { areaId, promptId, reason }),
    onSuccess: refresh,
  });
  return (
    <Section title="办理">
      {missing > 0 && (
        <div className="prompt-act">
          <Button onClick={() => remind.mutate()} loading={remind.isPending}>
            催办 {missing} 个未完成单位
          </Button>
          <p className="section-note" role="status">
            {remind.data
              ? remind.data.reminded > 0
                ? `已提醒 ${remind.data.reminded} 个单位，计入提醒记录`
                : '今天都已经提醒过，一天只计一次'
              : '发站内消息和已登记的渠道，计入提醒记录；每个单位一天一次。'}
          </p>
        </div>
      )}
      <FaultsOf error={withdraw.error}>
        <div className="prompt-act">
          <TextLine
            aria-label="撤回理由"
            placeholder="撤回理由"
            most={300}
            at="reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Popconfirm title="撤回后各单位不用再办，也不计快慢。" okText="撤回" cancelText="不撤回" onConfirm={() => withdraw.mutate()}>
            <Button disabled={reason.trim().length < 2} loading={withdraw.isPending}>
              撤回提示
            </Button>
          </Popconfirm>
        </div>
      </FaultsOf>
      {(remind.error ?? withdraw.error) && <ErrorState error={remind.error ?? withdraw.error} />}
    </Section>
  );
}
