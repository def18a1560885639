import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { users } from '../../../src/contract/endpoints/users.ts';
import type { userRow } from '../../../src/contract/user.ts';
import { call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { BringUsers } from './bring-users.tsx';
import { Tokens } from './tokens.tsx';
import { UserDrawer } from './user-drawer.tsx';
import { UserTable } from './user-table.tsx';
import './users.css';

export type User = z.output<typeof userRow>;

/** 用户与令牌: who may sign in, and which other systems may call. */
export function Page() {
  const { areaId } = usePlace();
  return (
    <>
      <div className="page-head">
        <h1>用户与令牌</h1>
        <p className="page-note">停用的用户不能登录，其办理过的记录都保留。密码只在生成时显示一次，请当面交给本人。</p>
      </div>
      <Tabs
        items={[
          { key: 'users', label: '用户', children: <Users areaId={areaId} /> },
          { key: 'tokens', label: '机器令牌', children: <Tokens areaId={areaId} /> },
        ]}
      />
    </>
  );
}

function Users({ areaId }: { areaId: string }) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState<User | 'new' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => call<typeof users>('/api/users', {}, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="用户" />;
  const rows = data.rows.filter(({ login, name, roleName, unitName, areaName }) =>
    [login, name, roleName, unitName, areaName].some((text) => text?.includes(words.trim())),
  );
  return (
    <>
      <div className="users-bar">
        <Input.Search
          aria-label="查找用户"
          placeholder="用户名、姓名、角色、单位"
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className="section-note">共 {rows.length} 人</span>
        <Button type="primary" onClick={() => setAt('new')}>
          新增用户
        </Button>
        <BringUsers areaId={areaId} />
      </div>
      {rows.length === 0 ? (
        <EmptyState title="没有符合条件的用户" next="请换一个词，或新增用户。" />
      ) : (
        <UserTable rows={rows} open={setAt} />
      )}
      {at && <UserDrawer key={at === 'new' ? 'new' : at.id} areaId={areaId} user={at === 'new' ? null : at} close={() => setAt(null)} />}
    </>
  );
}
