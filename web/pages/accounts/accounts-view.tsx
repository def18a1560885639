import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import type { accounts } from '../../../src/contract/endpoints/accounts.ts';
import type { accountsFile } from '../../../src/contract/endpoints/accounts-file.ts';
import { ACCOUNT_FUNCTIONS, type AccountFunction } from '../../../src/core/account-matter.ts';
import { addressOf, call } from '../../api.ts';
import type { Search } from '../../app/search.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import { AccountDrawer } from './account-drawer.tsx';
import { byText, sortedBy, sortingOf, useAccountsPage } from './address.ts';
import { FilterBar, optionsOf } from './filter-bar.tsx';
import type { AccountRow, Accounts } from './types.ts';

export const useAccounts = (areaId: string) =>
  useQuery({
    queryKey: ['accounts', areaId, 'list'],
    queryFn: ({ signal }) => call<typeof accounts>('/api/areas/:areaId/accounts', { areaId }, signal),
    placeholderData: keepPreviousData,
  });

/** 账号: filing, state, who answers, what each offers. */
export function AccountsView({ areaId }: { areaId: string }) {
  const { search, change, role } = useAccountsPage();
  const narrow = useNarrow();
  const { data, error, refetch } = useAccounts(areaId);
  if (!data) return <Unready error={error} retry={refetch} what="账号" />;
  const rows = narrowed(data.rows, search);
  const states = [...new Map(data.rows.map(({ state }) => [state.code, state.name]))];
  const unrecorded = data.rows.filter(({ functions }) => functions === null).length;
  return (
    <>
      <Base data={data} />
      <FilterBar
        of="账号"
        words="账号、单位、备案号"
        file={addressOf<typeof accountsFile>('/api/areas/:areaId/accounts.xlsx', { areaId })}
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
        <EmptyState title="还没有登记账号" next="单位可以申请开设；已有账号请在“导入”中用“新媒体账号”表导入。" />
      ) : rows.length === 0 ? (
        <EmptyState title="没有符合条件的账号" next="请放宽筛选条件。" />
      ) : narrow ? (
        <Cards rows={rows} />
      ) : (
        <Lines rows={rows} />
      )}
      <AccountDrawer areaId={areaId} data={data} />
    </>
  );
}

/** Accounts the address asks for. One whose functions nobody recorded is not said to lack any (seeds R17). */
function narrowed(rows: readonly AccountRow[], { q, platform, state, lacks }: Search): AccountRow[] {
  return rows.filter(
    (row) =>
      (!platform || row.platform.code === platform) &&
      (!state || row.state.code === state) &&
      (!lacks ||
        (lacks === 'unknown' ? row.functions === null : row.functions !== null && !row.functions.includes(lacks as AccountFunction))) &&
      (!q || [row.name, row.unit.name, row.filingNumber ?? ''].some((text) => text.includes(q))),
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

function Lines({ rows }: { rows: AccountRow[] }) {
  const { search, change } = useAccountsPage();
  const columns: TableColumnsType<AccountRow> = [
    {
      title: '单位',
      width: 180,
      ...sortedBy<AccountRow>(search, 'unit', (a, b) => byText(a.unit.name, b.unit.name)),
      render: (_, row) => <span className="wrap">{row.unit.name}</span>,
    },
    {
      title: '账号',
      width: 230,
      ...sortedBy<AccountRow>(search, 'name', (a, b) => byText(a.name, b.name)),
      render: (_, row) => (
        <button type="button" className="plain wrap accounts-open" onClick={() => change({ account: row.id })}>
          {row.name}
          <small className="sub">{row.platform.name}</small>
        </button>
      ),
    },
    {
      title: '状态',
      width: 170,
      ...sortedBy<AccountRow>(search, 'state', (a, b) => byText(a.state.name, b.state.name)),
      render: (_, row) => (
        <>
          <StatusMark code={toneOf(row.state.code)} name={row.state.name} />
          {row.matter && (
            <button type="button" className="plain accounts-open" onClick={() => change({ view: 'matters', matter: row.matter?.id })}>
              {row.matter.name}：{row.matter.stateName}
            </button>
          )}
        </>
      ),
    },
    {
      title: '备案',
      width: 190,
      ...sortedBy<AccountRow>(search, 'filed', (a, b) => byText(a.filedOn, b.filedOn)),
      render: (_, row) => (
        <>
          <span className="wrap">{row.filingNumber ?? '—'}</span>
          {row.filedOn && <small className="sub">{row.filedOn}</small>}
        </>
      ),
    },
    {
      title: '责任人',
      width: 130,
      render: (_, row) => (
        <>
          {row.person ?? <span className="is-zero">未登记</span>}
          {row.phone && <small className="sub">{row.phone}</small>}
        </>
      ),
    },
    {
      title: '功能',
      render: (_, row) => (
        <>
          <Functions row={row} />
          {row.functionsOn && <small className="sub">{row.functionsOn} 登记</small>}
        </>
      ),
    },
  ];
  return (
    <Table<AccountRow>
      rowKey="id"
      size="small"
      columns={columns}
      dataSource={rows}
      pagination={rows.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      sticky={{ offsetHeader: 52 }}
      tableLayout="fixed"
      scroll={{ x: 1080 }}
      onChange={(_, __, sorter) => change(sortingOf(sorter))}
    />
  );
}

function Cards({ rows }: { rows: AccountRow[] }) {
  const { change } = useAccountsPage();
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" onClick={() => change({ account: row.id })}>
            <span className="card-head">
              <b className="wrap">{row.name}</b>
              <span className="sub">{row.platform.name}</span>
              <StatusMark code={toneOf(row.state.code)} name={row.state.name} />
            </span>
            <span className="sub">{row.unit.name}</span>
            <span className="sub">
              备案号 {row.filingNumber ?? '—'}　责任人 {row.person ?? '未登记'}
            </span>
            <span className="sub">
              功能：
              <Functions row={row} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
