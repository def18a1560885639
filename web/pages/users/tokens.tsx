import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import type { tokenAdd } from '../../../src/contract/endpoints/token-add.ts';
import type { tokenRevoke } from '../../../src/contract/endpoints/token-revoke.ts';
import type { tokens } from '../../../src/contract/endpoints/tokens.ts';
import { MACHINE_RIGHTS, type MachineRight } from '../../../src/contract/machine-right.ts';
import { call, send } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Unready } from '../../parts/unready.tsx';

/** 机器令牌: narrow rights for other systems, given, used, taken back. */
export function Tokens({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['tokens', areaId],
    queryFn: ({ signal }) => call<typeof tokens>('/api/areas/:areaId/tokens', { areaId }, signal),
  });
  const revoke = useMutation({
    mutationFn: (tokenId: string) => send<typeof tokenRevoke>('/api/areas/:areaId/tokens/:tokenId/revoke', { areaId, tokenId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  if (!data) return <Unready error={error} retry={refetch} what="令牌" />;
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
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
        <section className="users-table" tabIndex={0} aria-label="机器令牌">
          <table>
            <thead>
              <tr>
                {['用途', '权限', '发放', '到期', '最近使用', '操作'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id} className={row.revokedAt ? 'is-off' : ''}>
                  <td className="wrap">{row.name}</td>
                  <td>{row.rights.map((right) => MACHINE_RIGHTS[right as MachineRight] ?? right).join('；')}</td>
                  <td>
                    {row.createdBy} {moment(row.createdAt)}
                  </td>
                  <td>{row.expiresAt ? moment(row.expiresAt) : '长期'}</td>
                  <td>{row.usedAt ? moment(row.usedAt) : '未使用'}</td>
                  <td>
                    {row.revokedAt ? (
                      '已收回'
                    ) : (
                      <Popconfirm title="收回这个令牌？" description="使用它的系统将立即不能访问。" onConfirm={() => revoke.mutate(row.id)}>
                        <button type="button" className="plain" aria-label={`收回“${row.name}”`}>
                          收回
                        </button>
                      </Popconfirm>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
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
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tokens'] }),
  });
  return (
    <form
      className="users-bar"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Input
        aria-label="用途"
        placeholder="用途，例如：第三方监测系统"
        maxLength={60}
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
      <label>
        到期日
        <input type="date" aria-label="到期日" value={expiresOn} onChange={(event) => setExpires(event.target.value)} />
      </label>
      <Button htmlType="submit" type="primary" disabled={name.trim() === '' || rights.length === 0} loading={add.isPending}>
        发放令牌
      </Button>
      {add.error && <ErrorState error={add.error} />}
      {add.data && <Alert type="success" title="令牌（只显示这一次）" description={<p className="one-time wrap">{add.data.token}</p>} />}
    </form>
  );
}
