import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { prompts } from '../../../src/contract/endpoints/prompts.ts';
import type { promptsFile } from '../../../src/contract/endpoints/prompts-file.ts';
import { addressOf, call } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { useAddress } from './address.ts';
import { Progress } from './progress.tsx';
import { KEYS, type PromptRow } from './types.ts';

const STATES = [
  { value: 'late', label: '有逾期' },
  { value: 'running', label: '办理中' },
  { value: 'done', label: '全部完成' },
  { value: 'withdrawn', label: '已撤回' },
];
const KINDS = [
  { value: 'task', label: '工作提示' },
  { value: 'self_check', label: '举一反三自查' },
];
const SORTS: Readonly<Record<string, (a: PromptRow, b: PromptRow) => number>> = {
  due: (a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'),
  missing: (a, b) => b.counts.asked - b.counts.done - (a.counts.asked - a.counts.done),
};

/** Every prompt with how far it has come; filters and order stand in the address. */
export function PromptList({ areaId }: { areaId: string }) {
  const { role } = useMe();
  const { search, change } = useAddress();
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.prompts, areaId],
    queryFn: ({ signal }) => call<typeof prompts>('/api/areas/:areaId/prompts', { areaId }, signal),
  });
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading what="工作提示" />;
  const isOffice = role === 'office';
  const shown = data.rows.filter(
    (row) =>
      (!search.state || row.state.code === search.state) &&
      (!search.kind || row.kind.code === search.kind) &&
      (!search.words || row.heading.includes(search.words)),
  );
  const by = SORTS[search.sort ?? ''];
  const rows = by ? shown.toSorted(by) : shown;
  return (
    <>
      <div className="filters">
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          value={search.state}
          options={STATES}
          onChange={(state?: string) => change({ state })}
        />
        <Select
          aria-label="种类"
          placeholder="提示和自查"
          allowClear
          value={search.kind}
          options={KINDS}
          onChange={(kind?: string) => change({ kind })}
        />
        <Select
          aria-label="排序"
          value={search.sort ?? 'sent'}
          options={[
            { value: 'sent', label: '最近提示在前' },
            { value: 'due', label: '时限近的在前' },
            { value: 'missing', label: '未完成多的在前' },
          ]}
          onChange={(sort: string) => change({ sort: sort === 'sent' ? undefined : sort })}
        />
        <Input.Search
          className="words"
          aria-label="标题"
          placeholder="标题"
          allowClear
          defaultValue={search.words}
          onSearch={(words) => change({ words: words || undefined })}
        />
        <a href={addressOf<typeof promptsFile>('/api/areas/:areaId/prompts.xlsx', { areaId })}>导出表格</a>
        {isOffice && (
          <Button type="primary" className="prompt-new" onClick={() => change({ new: 'task' })}>
            发提示
          </Button>
        )}
      </div>
      {data.rows.length === 0 ? (
        <EmptyState
          title="还没有发过工作提示"
          next={`一条提示可以发给多个单位，各单位确认收到、反馈完成，这里按完成先后排列。现行口径：${data.rule}。`}
        />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的提示" next="请放宽上面的条件。" />
      ) : (
        <ul className="prompt-list" aria-label="工作提示">
          {rows.map((row) => (
            <Row key={row.id} areaId={areaId} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

function Row({ areaId, row }: { areaId: string; row: PromptRow }) {
  const { id, heading, kind, state, sentOn, dueOn, counts, answers, categories } = row;
  const of = (code: string) => counts.speeds.find((speed) => speed.code === code)?.count ?? 0;
  return (
    <li>
      <div className="prompt-row-head">
        <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{ prompt: id }} className="wrap">
          {heading}
        </Link>
        <StatusMark code={state.code} name={state.name} />
      </div>
      <p className="prompt-facts section-note">
        <span>
          {kind.name}
          {categories.length > 0 && `（${categories.map(({ name }) => name).join('、')}）`}
        </span>
        <span>{sentOn} 提示</span>
        <span>{dueOn ? `${dueOn} 前完成` : '未设时限'}</span>
      </p>
      <Progress done={counts.done} received={counts.received} asked={counts.asked} />
      <p className="prompt-row-counts">
        <span>
          收到 {counts.received}/{counts.asked}
        </span>
        <span>
          完成 {counts.done}/{counts.asked}
        </span>
        <span>较快 {of('fast')}</span>
        <span className={of('slow') > 0 ? 'is-bad' : undefined}>迟缓 {of('slow')}</span>
        {answers && (
          <span>
            自查发现 {answers.found}，已整改 {answers.fixed}
          </span>
        )}
      </p>
    </li>
  );
}
