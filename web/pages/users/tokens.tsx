import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import type { tokenAdd } from '../../../src/contract/endpoints/token-add.ts';
import type { tokenRevoke } from '../../../src/contract/endpoints/token-revoke.ts';
import type { tokens } from '../../../src/contract/endpoints/tokens.ts';
import { MACHINE_RIGHTS, type MachineRight } from '../../../src/contract/machine-right.ts';
import { call, send } from '../../api.ts';
import { useAddress } from '../../app/use-address.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultAt, FaultsOf } from '../../parts/faults.tsx';
import { moment } from '../../parts/format.ts';
import { type Column, Rows } from '../../parts/rows.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Unready } from '../../parts/unready.tsx';
import { listedTokens, TOKEN_STATES } from './listed-tokens.ts';

type Token = z.output<(typeof tokens)['output']>['rows'][number];

/** 机器令牌: narrow rights for other systems, given, used, taken back. */
export function Tokens({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const { search, change } = useAddress<'q' | 'state' | 'sort' | 'order'>({ replace: true });
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens', areaId],
    queryFn: ({ signal }) => call<typeof tokens>('/api/areas/:areaId/tokens', { areaId }, signal),
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) => send<typeof tokenRevoke>('/api/areas/:areaId/tokens/:tokenId/revoke', { areaId, tokenId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  const columns: Column<Token>[] = [
    { title: '用途', card: 'head', sort: 'name', cell: ({ name }) => name },
    {
      title: '权限',
      card: 'body',
      cell: ({ rights }) => rights.map((right) => MACHINE_RIGHTS[right as MachineRight] ?? right).join('；'),
    },
    { title: '发放', width: 210, sort: 'created', cell: ({ createdBy, createdAt }) => `${createdBy} ${moment(createdAt)}` },
    {
      title: '到期',
      width: 140,
      sort: 'expires',
      cell: ({ expiresAt }) => (expiresAt ? `${moment(expiresAt)}${new Date(expiresAt) < new Date() ? '（已到期）' : ''}` : '长期'),
    },
    { title: '最近使用', width: 140, sort: 'used', cell: ({ usedAt }) => (usedAt ? moment(usedAt) : '未使用') },
    {
      title: '操作',
      width: 80,
      card: 'acts',
      cell: ({ id, name, revokedAt }) =>
        revokedAt ? (
          '已收回'
        ) : (
          <Popconfirm title="收回这个令牌？" description="使用它的系统将立即不能访问。" onConfirm={() => revoke.mutate(id)}>
            <button type="button" className="plain" aria-label={`收回“${name}”`}>
              收回
            </button>
          </Popconfirm>
        ),
    },
  ];
  if (!data) return <Unready error={error} retry={refetch} what="令牌" />;
  const now = new Date().toISOString();
  const { q, state, sort, order } = search;
  const rows = listedTokens(data.rows, { q, state, sort, order }, now);
  return (
    <>
      <NewToken areaId={areaId} />
      {revoke.error && <ErrorState error={revoke.error} />}
      {data.rows.length === 0 ? (
        <EmptyState
          title="没有发放过令牌"
          next="第三方监测系统或上级平台需要读取台账、报送原始发现时，在上面发放。接口说明：/api/openapi.json。"
        />
      ) : (
        <>
          <search className="filters" aria-label="筛选令牌">
            <Input
              className="words"
              aria-label="查找令牌"
              placeholder="用途、发放人"
              allowClear
              defaultValue={q}
              onChange={(event) => change({ q: event.target.value.trim() || undefined })}
            />
            <Select
              allowClear
              aria-label="令牌状态"
              placeholder="全部状态"
              value={state}
              popupMatchSelectWidth={false}
              options={Object.entries(TOKEN_STATES).map(([value, label]) => ({ value, label }))}
              onChange={(value?: string) => change({ state: value })}
            />
            <span className="section-note">{rows.length} 个</span>
          </search>
          {rows.length === 0 && <EmptyState title="没有符合条件的令牌" next="请放宽上面的条件。" />}
          <Rows
            label="机器令牌"
            rows={rows}
            columns={columns}
            order={{
              by: sort ?? '',
              direction: order === 'asc' ? 'asc' : 'desc',
              change: (by, direction) => change({ sort: by, order: direction === 'asc' ? direction : undefined }),
            }}
            keyOf={({ id }) => id}
            rowClass={({ revokedAt }) => (revokedAt ? 'is-off' : undefined)}
          />
        </>
      )}
    </>
  );
}

function NewToken({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [rights, setRights] = useState<MachineRight[]>([]);
  const [expiresOn, setExpires] = useState('');
  const add = useMutation({
    mutationFn: () => send<typeof tokenAdd>('/api/areas/:areaId/tokens', { areaId, name, rights, expiresOn: expiresOn || null }),
    onSuccess: () => {
      // A second tap is no second token.
      setName('');
      return queries.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  return (
    <FaultsOf error={add.error}>
      <form
        className="users-bar"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <TextLine
          aria-label="用途"
          placeholder="用途，例如：第三方监测系统"
          most={60}
          at="name"
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <Select
          aria-label="权限"
          mode="multiple"
          placeholder="权限"
          value={rights}
          options={Object.entries(MACHINE_RIGHTS).map(([value, label]) => ({ value: value as MachineRight, label }))}
          popupMatchSelectWidth={false}
          onChange={setRights}
        />
        <FaultAt at="rights" />
        <DayField name="到期日" value={expiresOn} set={(day) => setExpires(day ?? '')} />
        <FaultAt at="expiresOn" />
        <Button htmlType="submit" type="primary" disabled={name.trim() === '' || rights.length === 0} loading={add.isPending}>
          发放令牌
        </Button>
        {add.error && <ErrorState error={add.error} />}
        {add.data && <Alert type="success" title="令牌（只显示这一次）" description={<CopyText label="令牌" text={add.data.token} />} />}
      </form>
    </FaultsOf>
  );
}
