import { Link } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { usePlace } from './use-areas.ts';
import { useLeave } from './use-leave.ts';
import { useMe } from './use-me.ts';

/** Who is signed in, with the way to the own page and out. */
export function PersonMenu() {
  const me = useMe();
  const { areaId } = usePlace();
  const leave = useLeave();
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
