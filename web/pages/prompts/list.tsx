import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input, Pagination, Select } from 'antd';
import type { z } from 'zod';
import type { prompts } from '../../../src/contract/endpoints/prompts.ts';
import type { promptsFile } from '../../../src/contract/endpoints/prompts-file.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePromptsAddress } from './address.ts';
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

type Asked = z.input<(typeof prompts)['input']>;
/** The address's words are checked by the server: a typed one that is none of them is answered with which there are. */
const askedOf = (areaId: string, { state, kind, words, sort }: Search): Omit<Asked, 'page' | 'size'> => ({
  ...{ areaId, state: state as Asked['state'], kind: kind as Asked['kind'], q: words, sort: sort as Asked['sort'] },
});

/** One page of prompts with how far each has come; filters, order and page stand in the address. */
export function PromptList({ areaId }: { areaId: string }) {
  const { role } = useMe();
  const { search, change: go } = usePromptsAddress();
  // Other conditions begin again at the first page.
  const change = (values: Record<string, string | undefined>) => go({ page: undefined, ...values });
  const asked = askedOf(areaId, search);
  const page = search.page ?? '1';
  const { data, error, refetch } = useQuery({
    queryKey: [KEYS.prompts, areaId, 'list', asked, page],
    queryFn: ({ signal }) => call<typeof prompts>('/api/areas/:areaId/prompts', { ...asked, page }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="工作提示" />;
  const isOffice = role === 'office';
  const isNarrowed = Boolean(search.state || search.kind || search.words);
  const { rows, total } = data;
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
        <ExportLink href={addressOf<typeof promptsFile>('/api/areas/:areaId/prompts.xlsx', asked)} />
        {isOffice && (
          <Button type="primary" className="prompt-new" onClick={() => change({ new: 'task' })}>
            发提示
          </Button>
        )}
      </div>
      {total === 0 && !isNarrowed ? (
        <EmptyState
          title="还没有发过工作提示"
          next={`一条提示可以发给多个单位，各单位确认收到、反馈完成，这里按完成先后排列。现行口径：${data.rule}。`}
        />
      ) : rows.length === 0 ? (
        <EmptyState
          title={total > 0 ? '这一页没有内容' : '没有符合条件的提示'}
          next={total > 0 ? `当前条件下共 ${Math.ceil(total / data.size)} 页。` : '请放宽上面的条件。'}
        >
          {total > 0 && (
            <button type="button" className="plain" onClick={() => go({ page: undefined })}>
              回到第一页
            </button>
          )}
        </EmptyState>
      ) : (
        <ul className="prompt-list" aria-label="工作提示">
          {rows.map((row) => (
            <Row key={row.id} areaId={areaId} row={row} />
          ))}
        </ul>
      )}
      <Pagination
        className="pages"
        hideOnSinglePage
        current={data.page}
        pageSize={data.size}
        total={total}
        showSizeChanger={false}
        showTotal={(all) => `共 ${all} 条`}
        onChange={(to) => go({ page: to === 1 ? undefined : String(to) })}
      />
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
        <Counted areaId={areaId} id={id} of="received" name="收到" count={`${counts.received}/${counts.asked}`} />
        <Counted areaId={areaId} id={id} of="done" name="完成" count={`${counts.done}/${counts.asked}`} />
        <Counted areaId={areaId} id={id} of="fast" name="较快" count={of('fast')} />
        <Counted areaId={areaId} id={id} of="slow" name="迟缓" count={of('slow')} bad={of('slow') > 0} />
        {answers && (
          <span>
            自查发现 {answers.found}，已整改 {answers.fixed}
          </span>
        )}
      </p>
    </li>
  );
}

/** A number of a prompt, which opens the units it counts. */
function Counted({
  areaId,
  id,
  of,
  name,
  count,
  bad,
}: {
  areaId: string;
  id: string;
  of: string;
  name: string;
  count: string | number;
  bad?: boolean;
}) {
  return (
    <Link to="/areas/$areaId/prompts" params={{ areaId }} search={{ prompt: id, speed: of }} className={bad ? 'is-bad' : undefined}>
      {name} {count}
    </Link>
  );
}
