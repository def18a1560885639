import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import type { signOut } from '../../src/contract/endpoints/sign-out.ts';
import { send } from '../api.ts';
import { usePlace } from './use-areas.ts';
import { ME, meHeld, useMe } from './use-me.ts';

/** Who is signed in, with the way to the own page and out. */
export function PersonMenu() {
  const me = useMe();
  const { areaId } = usePlace();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    const answer = await send<typeof signOut>('/api/sign-out', {});
    // What was begun in this tab is nobody else's.
    sessionStorage.clear();
    queries.setQueryData(ME, meHeld(answer));
    await navigate({ to: '/sign-in', search: {} });
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  };
  const items = [
    { key: 'who', label: `${me.unit?.name ?? me.roleName} · ${me.login}`, disabled: true },
    {
      key: 'me',
      label: (
        <Link to="/areas/$areaId/me" params={{ areaId }} search={{}}>
          我的账户
        </Link>
      ),
    },
    { key: 'out', label: '退出登录', onClick: leave },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className="nav person" aria-haspopup="menu" title={me.name}>
        <span className="person-name">{me.name}</span>
        <span aria-hidden className="nav-more">
          ▾
        </span>
      </button>
    </Dropdown>
  );
}
