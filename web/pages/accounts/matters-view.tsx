import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { accountMatters } from '../../../src/contract/endpoints/account-matters.ts';
import type { accountMattersFile } from '../../../src/contract/endpoints/account-matters-file.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useAccountsPage } from './address.ts';
import { FilterBar, optionsOf } from './filter-bar.tsx';
import { MatterDrawer } from './matter-drawer.tsx';
import { MatterState } from './matter-state.tsx';
import { NewMatter } from './new-matter.tsx';
import { PagedRows, type SortedColumn } from './paged-rows.tsx';
import type { MatterRow } from './types.ts';

const ONLY = [
  { value: 'mine', label: '等我办理' },
  { value: 'open', label: '未办结' },
  { value: 'overdue', label: '逾期' },
  { value: 'recheck', label: '应复核' },
];

/** 备案与关停: matters of accounts, those that wait first. */
export function MattersView({ areaId }: { areaId: string }) {
  const { search, change, role } = useAccountsPage();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', areaId, 'matters'],
    queryFn: ({ signal }) => call<typeof accountMatters>('/api/areas/:areaId/account-matters', { areaId }, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Unready error={error} retry={refetch} what="账号事项" />;
  const rows = narrowed(data.rows, search);
  const count = (test: (row: MatterRow) => boolean): number => data.rows.filter(test).length;
  return (
    <>
      <FilterBar
        of="账号事项"
        words="账号、单位"
        file={addressOf<typeof accountMattersFile>('/api/areas/:areaId/account-matters.xlsx', { areaId })}
        choices={[
          { key: 'kind', name: '事项类别', options: optionsOf(data.kinds) },
          { key: 'state', name: '事项状态', options: optionsOf(data.states) },
          { key: 'only', name: '只看', options: ONLY },
        ]}
      >
        {role === 'unit' && (
          <Button type="primary" onClick={() => change({ new: 'open' })}>
            申请开设账号
          </Button>
        )}
        {(role === 'office' || role === 'centre') && <Button onClick={() => change({ new: 'found' })}>登记未备案账号</Button>}
      </FilterBar>
      <p className="section-note accounts-count">
        未办结 {count(({ settled }) => !settled)} 件，等我办理 {count(({ waitsForMe }) => waitsForMe)} 件，逾期{' '}
        {count(({ overdue }) => overdue)} 件，应复核 {count(({ recheckDue }) => recheckDue)} 件；共 {data.rows.length} 件
        {rows.length !== data.rows.length && `，符合条件 ${rows.length} 件`}
      </p>
      {data.rows.length === 0 ? (
        <EmptyState
          title="还没有账号事项"
          next={
            role === 'unit'
              ? '开设账号之前请先申请备案；变更、关停、注销在“账号”里点开账号后提出。'
              : '单位申请后在这里审核；发现未备案的账号可以直接登记。'
          }
        />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的事项" next="请放宽筛选条件。" />
      ) : (
        <PagedRows label="账号事项" rows={rows} columns={COLUMNS} keyOf={({ id }) => id} />
      )}
      <NewMatter areaId={areaId} />
      <MatterDrawer areaId={areaId} today={data.day} />
    </>
  );
}

function narrowed(rows: readonly MatterRow[], { q, kind, state, only }: Search): MatterRow[] {
  return rows.filter(
    (row) =>
      (!kind || row.kind.code === kind) &&
      (!state || row.state.code === state) &&
      (only !== 'mine' || row.waitsForMe) &&
      (only !== 'open' || !row.settled) &&
      (only !== 'overdue' || row.overdue) &&
      (only !== 'recheck' || row.recheckDue) &&
      (!q || [row.name, row.unit.name].some((text) => text.includes(q))),
  );
}

const COLUMNS: readonly SortedColumn<MatterRow>[] = [
  { title: '账号', width: 240, card: 'head', sort: 'name', by: (row) => row.name, cell: (row) => <Name row={row} /> },
  { title: '单位', width: 190, card: 'body', sort: 'unit', by: (row) => row.unit.name, cell: (row) => row.unit.name },
  { title: '事项', width: 130, sort: 'kind', by: (row) => row.kind.name, cell: (row) => row.kind.name },
  { title: '状态', width: 190, card: 'body', cell: (row) => <MatterState row={row} /> },
  { title: '下一步', cell: (row) => <span className={row.waitsForMe ? undefined : 'is-zero'}>{row.next ?? '—'}</span> },
  { title: '现状自', width: 110, sort: 'since', by: (row) => row.since, cell: (row) => row.since },
  { title: '期限', width: 110, sort: 'due', by: (row) => row.dueOn, cell: (row) => (row.settled ? '—' : (row.dueOn ?? '—')) },
];

function Name({ row }: { row: MatterRow }) {
  const { change } = useAccountsPage();
  return (
    <button type="button" className="row-open" onClick={() => change({ matter: row.id })}>
      <span className="row-text">{row.name}</span>
      <small className="sub">{row.platform.name}</small>
    </button>
  );
}
