import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { users } from '../../../src/contract/endpoints/users.ts';
import type { usersListFile } from '../../../src/contract/endpoints/users-list-file.ts';
import { LISTED_ROLES, listedUsers, USER_STATES } from '../../../src/core/lists/users.ts';
import { addressOf, call } from '../../api.ts';
import { PageTabs } from '../../app/page-tabs.tsx';
import type { Search } from '../../app/search.ts';
import { useAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { Unready } from '../../parts/unready.tsx';
import { BringUsers } from './bring-users.tsx';
import { Tokens } from './tokens.tsx';
import { UserDrawer } from './user-drawer.tsx';
import { UserRows } from './user-rows.tsx';
import './users.css';
import type { User } from './types.ts';

const TABS = [
  { tab: undefined, name: '用户' },
  { tab: 'tokens', name: '机器令牌' },
];

/** 用户与令牌: who may sign in, and which other systems may call. */
export function Page() {
  const { areaId } = usePlace();
  const { tab } = useSearch({ strict: false }) as Search;
  const isTokens = tab === 'tokens';
  return (
    <>
      <div className="page-head">
        <h1>用户与令牌</h1>
        <p className="page-note">停用的用户不能登录，其办理过的记录都保留。密码只在生成时显示一次，请当面交给本人。</p>
      </div>
      <PageTabs label="用户与令牌" tabs={TABS} shown={isTokens ? 'tokens' : undefined} />
      {isTokens ? <Tokens areaId={areaId} /> : <Users areaId={areaId} />}
    </>
  );
}

function Users({ areaId }: { areaId: string }) {
  const { search, change } = useAddress<string>({ replace: true });
  const [at, setAt] = useState<User | 'new' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => call<typeof users>('/api/users', {}, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="用户" />;
  const rows = listedUsers(data.rows, search);
  const { q, role, state, sort, order } = search;
  const asked = { q, role, state, sort, order } as Omit<z.input<(typeof usersListFile)['input']>, 'areaId'>;
  return (
    <>
      <search className="filters" aria-label="筛选用户">
        <Input
          className="words"
          aria-label="查找用户"
          placeholder="用户名、姓名、单位"
          allowClear
          defaultValue={search.q}
          onChange={(event) => change({ q: event.target.value.trim() || undefined })}
        />
        <Select
          allowClear
          aria-label="角色"
          placeholder="角色"
          value={search.role}
          popupMatchSelectWidth={false}
          options={optionsOf(LISTED_ROLES)}
          onChange={(role?: string) => change({ role })}
        />
        <Select
          allowClear
          aria-label="状态"
          placeholder="状态"
          value={search.state}
          popupMatchSelectWidth={false}
          options={optionsOf(USER_STATES)}
          onChange={(state?: string) => change({ state })}
        />
        <span className="section-note">共 {rows.length} 人</span>
        <ExportLink href={addressOf<typeof usersListFile>('/api/areas/:areaId/users.xlsx', { areaId, ...asked })} />
        <BringUsers areaId={areaId} />
        <Button type="primary" onClick={() => setAt('new')}>
          新增用户
        </Button>
      </search>
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的用户" next="请放宽条件，或新增用户。" />
      ) : (
        <UserRows
          rows={rows}
          open={setAt}
          order={{
            by: search.sort ?? '',
            direction: search.order === 'asc' ? 'asc' : 'desc',
            change: (sort, order) => change({ sort, order: order === 'asc' ? order : undefined }),
          }}
        />
      )}
      {at && <UserDrawer key={at === 'new' ? 'new' : at.id} areaId={areaId} user={at === 'new' ? null : at} close={() => setAt(null)} />}
    </>
  );
}

const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }));
