import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { z } from 'zod';
import type { accounts } from '../../../src/contract/endpoints/accounts.ts';
import type { accountsFile } from '../../../src/contract/endpoints/accounts-file.ts';
import { ACCOUNT_FUNCTIONS } from '../../../src/core/account-matter.ts';
import { listedAccounts } from '../../../src/core/lists/accounts.ts';
import { addressOf, call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { useAccountsPage } from './address.ts';
import { FilterBar, optionsOf } from './filter-bar.tsx';
import { PagedRows, type SortedColumn } from './paged-rows.tsx';
import type { AccountRow, Accounts } from './types.ts';

type Lacks = z.input<(typeof accountsFile)['input']>['lacks'];

export const useAccounts = (areaId: string) =>
  useQuery({
    queryKey: ['accounts', areaId, 'list'],
    queryFn: ({ signal }) => call<typeof accounts>('/api/areas/:areaId/accounts', { areaId }, signal),
    placeholderData: keepPreviousData,
  });

/** 账号: filing, state, who answers, what each offers. */
export function AccountsView({ areaId }: { areaId: string }) {
  const { search, change, role } = useAccountsPage();
  const { data, error, refetch } = useAccounts(areaId);
  if (!data) return <Unready error={error} retry={refetch} what="账号" />;
  const { q, platform, state, lacks } = search;
  const rows = listedAccounts(data.rows, search);
  const states = [...new Map(data.rows.map(({ state }) => [state.code, state.name]))];
  const unrecorded = data.rows.filter(({ functions }) => functions === null).length;
  return (
    <>
      <Base data={data} />
      <FilterBar
        of="账号"
        words="账号、单位、备案号"
        file={addressOf<typeof accountsFile>('/api/areas/:areaId/accounts.xlsx', {
          ...{ areaId, q, platform, state },
          lacks: lacks as Lacks,
        })}
        choices={[
          { key: 'platform', name: '平台', options: optionsOf(data.platforms) },
          { key: 'state', name: '状态', options: states.map(([value, label]) => ({ value, label })) },
          {
            key: 'lacks',
            name: '缺少的功能',
            options: [
              ...data.functions.map(({ code, name }) => ({ value: code, label: `没有${name}功能` })),
              { value: 'unknown', label: '功能未登记' },
            ],
          },
        ]}
      >
        {role === 'unit' && (
          <Button type="primary" onClick={() => change({ view: 'matters', new: 'open' })}>
            申请开设账号
          </Button>
        )}
        {(role === 'office' || role === 'centre') && (
          <Button onClick={() => change({ view: 'matters', new: 'found' })}>登记未备案账号</Button>
        )}
      </FilterBar>
      <p className="section-note accounts-count">
        共 {data.rows.length} 个账号{rows.length !== data.rows.length && `，符合条件 ${rows.length} 个`}
        {search.lacks && search.lacks !== 'unknown' && unrecorded > 0 && `；另有 ${unrecorded} 个没有登记功能，未列入`}
      </p>
      {data.rows.length === 0 ? (
        <EmptyState title="还没有登记账号" next="单位可以申请开设；已有账号由政务公开办用“新媒体账号”表导入。" />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的账号" next="请放宽筛选条件。" />
      ) : (
        <PagedRows label="账号" rows={rows} columns={COLUMNS} keyOf={({ id }) => id} />
      )}
      <AccountDrawer areaId={areaId} data={data} />
    </>
  );
}

/** The pass rate with its base, and beside it what stands outside: the unfiled ones by name. */
function Base({ data: { rate, period, rows } }: { data: Accounts }) {
  const unfiled = rows.filter(({ state }) => state.code === 'unfiled');
  return (
    <div className="accounts-base">
      <span>
        {period && rate.percent !== null ? (
          <>
            {period.label}合格率 <b>{rate.percent}%</b>（{rate.passing}/{rate.base}）
          </>
        ) : period && rate.base > 0 ? (
          `${period.label}纳入统计的 ${rate.base} 个账号均未能认定，不计算合格率`
        ) : (
          '还没有检查结果'
        )}
      </span>
      <span>
        计入基数的账号 <b>{rows.filter(({ inBase }) => inBase).length}</b> 个
      </span>
      {unfiled.length > 0 && (
        <span className="is-bad wrap">
          另有未备案账号 <b>{unfiled.length}</b> 个，不计入基数：
          {unfiled
            .slice(0, 5)
            .map(({ name }) => name)
            .join('、')}
          {unfiled.length > 5 && ' 等'}
        </span>
      )}
    </div>
  );
}

export function Functions({ row }: { row: AccountRow }) {
  if (row.functions === null) return <span className="is-zero">未登记</span>;
  if (row.functions.length === 0) return <>无</>;
  return <>{row.functions.map((code) => ACCOUNT_FUNCTIONS[code]).join('、')}</>;
}

const toneOf = (code: string): string => (code === 'unfiled' ? 'fail' : code === 'in_operation' ? 'pass' : 'draft');

const COLUMNS: readonly SortedColumn<AccountRow>[] = [
  { title: '单位', width: 190, card: 'body', sort: 'unit', by: (row) => row.unit.name, cell: (row) => row.unit.name },
  { title: '账号', width: 230, card: 'head', sort: 'name', by: (row) => row.name, cell: (row) => <Name row={row} /> },
  { title: '状态', width: 150, card: 'mark', sort: 'state', by: (row) => row.state.name, cell: (row) => <State row={row} /> },
  {
    ...{ title: '备案', width: 190, sort: 'filed' },
    by: (row) => row.filedOn,
    cell: (row) => (
      <>
        {row.filingNumber ?? '—'}
        {row.filedOn && <small className="sub">{row.filedOn}</small>}
      </>
    ),
  },
  {
    ...{ title: '责任人', width: 130 },
    cell: (row) => (
      <>
        {row.person ?? <span className="is-zero">未登记</span>}
        {row.phone && <small className="sub">{row.phone}</small>}
      </>
    ),
  },
  {
    title: '功能',
    cell: (row) => (
      <>
        <Functions row={row} />
        {row.functionsOn && <small className="sub">{row.functionsOn} 登记</small>}
      </>
    ),
  },
];

function Name({ row }: { row: AccountRow }) {
  const { change } = useAccountsPage();
  return (
    <button type="button" className="row-open" onClick={() => change({ account: row.id })}>
      <span className="row-text">{row.name}</span>
      <small className="sub">{row.platform.name}</small>
    </button>
  );
}

/** The state, and the matter that is under way. */
function State({ row }: { row: AccountRow }) {
  const { change } = useAccountsPage();
  return (
    <>
      <StatusMark code={toneOf(row.state.code)} name={row.state.name} />
      {row.matter && (
        <button type="button" className="plain accounts-open" onClick={() => change({ view: 'matters', matter: row.matter?.id })}>
          {row.matter.name}：{row.matter.stateName}
        </button>
      )}
    </>
  );
}
