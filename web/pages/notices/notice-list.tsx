import { Link } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { z } from 'zod';
import type { notices } from '../../../src/contract/endpoints/notices.ts';
import { EVERY_STATE, listedNotices } from '../../../src/core/lists/notices.ts';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { StatusMark } from '../../parts/status-mark.tsx';

type Head = z.output<(typeof notices)['output']>[number];

const STATES = [
  { value: 'draft', label: '草稿' },
  { value: 'issued', label: '已印发' },
  { value: 'replaced', label: '已被更正' },
  { value: 'discarded', label: '已作废' },
  { value: EVERY_STATE, label: '全部，含已作废' },
];
const SORTS = [
  { value: 'new', label: '最近起草在前' },
  { value: 'issued', label: '最近印发在前' },
  { value: 'period', label: '按期，近期在前' },
];

/** Notices as those who watch find them; how they are narrowed and ordered stands in the address. */
export function NoticeList({ rows, drafts }: { rows: readonly Head[]; drafts: boolean }) {
  const { search, change } = useAddress<'q' | 'kind' | 'state' | 'of' | 'sort'>({ replace: true });
  const { q, kind, state, of, sort } = search;
  const shown = listedNotices(rows, { q, kind, state, of, sort });
  const kinds = [...new Set(rows.map(({ templateName }) => templateName))];
  const periods = new Map(rows.map(({ period }) => [period.id, period.label]));
  const states = drafts ? STATES : STATES.filter(({ value }) => value === 'issued' || value === 'replaced');
  const aside = rows.filter((row) => row.state.code === 'discarded').length;
  // Nobody looks for one of three.
  const narrows = rows.length > 3 || aside > 0 || [q, kind, state, of, sort].some(Boolean);
  return (
    <>
      {narrows && (
        <search className="filters" aria-label="筛选通报">
          <Input
            className="words"
            allowClear
            aria-label="查找通报"
            placeholder="标题"
            defaultValue={q}
            onChange={(event) => change({ q: event.target.value || undefined })}
          />
          <Select
            allowClear
            aria-label="通报种类"
            placeholder="种类"
            value={kind}
            options={kinds.map((value) => ({ value, label: value }))}
            onChange={(value?: string) => change({ kind: value })}
          />
          <Select
            allowClear
            aria-label="通报状态"
            placeholder="状态"
            value={state}
            options={states}
            onChange={(value?: string) => change({ state: value })}
          />
          <Select
            allowClear
            aria-label="通报的期"
            placeholder="期"
            value={of}
            options={[...periods].map(([value, label]) => ({ value, label }))}
            onChange={(value?: string) => change({ of: value })}
          />
          <Select
            aria-label="通报排序"
            value={sort ?? 'new'}
            options={SORTS}
            onChange={(value) => change({ sort: value === 'new' ? undefined : value })}
          />
          <span className="section-note">共 {shown.length} 份</span>
        </search>
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={rows.length === aside && !state ? '没有在用的通报' : '没有符合条件的通报'}
          next={aside > 0 && !state ? `另有 ${aside} 份草稿已作废，可在“状态”中选择查看。` : '请放宽筛选条件。'}
        />
      ) : (
        <ul className="notice-list">
          {shown.map((notice) => (
            <Line key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ notice }: { notice: Head }) {
  const { areaId } = usePlace();
  return (
    <li>
      <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: notice.id }} search={{}}>
        {notice.title}
      </Link>
      <p>
        <StatusMark {...notice.state} />
        <span>{notice.period.label}</span>
        <span>{notice.templateName}</span>
        <span>第 {notice.version} 版</span>
        <span>{notice.issuedAt ? `印发于 ${moment(notice.issuedAt)}` : `生成于 ${moment(notice.createdAt)}`}</span>
        {notice.state.code !== 'discarded' &&
          (notice.blocking > 0 ? (
            <b className="is-bad">{notice.blocking} 处须处理</b>
          ) : (
            <span>数字核对一致{notice.warnings > 0 && `，提示 ${notice.warnings} 条`}</span>
          ))}
      </p>
    </li>
  );
}
