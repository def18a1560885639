import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { mySessions } from '../../../src/contract/endpoints/my-sessions.ts';
import type { mySessionsEnd } from '../../../src/contract/endpoints/my-sessions-end.ts';
import { call, send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Unready } from '../../parts/unready.tsx';

/** Where one is signed in, and the way to end it there. */
export function Sessions() {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) => call<typeof mySessions>('/api/me/sessions', {}, signal),
  });
  const end = useMutation({
    mutationFn: (session: string | null) => send<typeof mySessionsEnd>('/api/me/sessions/end', { session }),
    onSuccess: (answer) => queries.setQueryData(['my-sessions'], answer),
  });
  if (!data) return <Unready error={error} retry={refetch} what="登录记录" />;
  return (
    <>
      <ul className="sessions">
        {data.rows.map((row) => (
          <li key={row.id}>
            <span className="wrap">
              {row.current ? '本机' : row.address}，{moment(row.createdAt)} 登录，{moment(row.seenAt)} 最近使用
              <span className="sub">{row.agent}</span>
            </span>
            {!row.current && (
              <Button size="small" onClick={() => end.mutate(row.id)}>
                退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.rows.length > 1 && <Button onClick={() => end.mutate(null)}>退出其他所有设备</Button>}
      {end.error && <ErrorState error={end.error} />}
    </>
  );
}
