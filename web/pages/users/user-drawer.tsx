import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { userAdd } from '../../../src/contract/endpoints/user-add.ts';
import type { userDisable } from '../../../src/contract/endpoints/user-disable.ts';
import type { userReset } from '../../../src/contract/endpoints/user-reset.ts';
import type { userSave } from '../../../src/contract/endpoints/user-save.ts';
import { send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import type { User } from './types.ts';
import { UserForm, type Wish } from './user-form.tsx';

interface Props {
  areaId: string;
  user: User | null;
  close(): void;
}

/** One user: what it is, a new password, in use or not. A one-time password stays on screen until it is closed. */
export function UserDrawer({ areaId, user, close }: Props) {
  useFocusBack();
  const me = useMe();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const [told, setTold] = useState<{ login: string; password: string } | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: ['users'] });
  const save = useMutation({
    mutationFn: async (wish: Wish) => {
      if (user) await send<typeof userSave>('/api/users/:userId', { userId: user.id, ...wish });
      else setTold({ login: wish.login.trim(), ...(await send<typeof userAdd>('/api/users', wish)) });
    },
    onSuccess: async () => {
      await changed();
      if (user) close();
    },
  });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: changed });
  const error = save.error ?? act.error;
  return (
    <FormDrawer
      open
      title={user ? user.name : '新增用户'}
      size={narrow ? '100%' : 480}
      // Told once: a click beside it does not take it away.
      mask={{ closable: told === null }}
      keyboard={told === null}
      onClose={close}
    >
      {told ? (
        <Alert
          type="success"
          title="一次性密码（只显示这一次）"
          description={
            <>
              <p className="one-time">{told.password}</p>
              <CopyText label="交给本人的内容" text={`用户名：${told.login}\n一次性密码：${told.password}\n首次登录时须改成自己的密码。`} />
            </>
          }
        />
      ) : (
        <UserForm areaId={areaId} user={user} busy={save.isPending} error={save.error} save={(wish) => save.mutate(wish)} />
      )}
      {error && <ErrorState error={error} />}
      {user && !told && user.login !== me.login && (
        <div className="users-acts">
          <Popconfirm
            title="重置密码？"
            description="原密码和动态口令作废，已登录的设备全部退出。"
            onConfirm={() =>
              act.mutate(async () =>
                setTold({ login: user.login, ...(await send<typeof userReset>('/api/users/:userId/reset', { userId: user.id })) }),
              )
            }
          >
            <Button>重置密码</Button>
          </Popconfirm>
          <Button
            danger={!user.disabledAt}
            onClick={() =>
              act.mutate(async () => {
                await send<typeof userDisable>('/api/users/:userId/disable', { userId: user.id, disabled: !user.disabledAt });
                close();
              })
            }
          >
            {user.disabledAt ? '恢复使用' : '停用'}
          </Button>
        </div>
      )}
    </FormDrawer>
  );
}
