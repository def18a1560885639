import { Link, useLocation } from '@tanstack/react-router';
import { Dropdown } from 'antd';
import { type NavGroup, type NavPage, navFor } from './nav.ts';
import { usePlace } from './use-areas.ts';
import { useOnlooker } from './use-onlooker.ts';

/** The menu: groups open on a press, a group of one page is its link. */
export function Menu() {
  const me = useOnlooker();
  return (
    <nav aria-label="页面">
      {navFor(me).map((group) =>
        group.pages.length === 1 ? (
          <PageLink key={group.name} page={group.pages[0] as NavPage} className="nav" />
        ) : (
          <Group key={group.name} group={group} />
        ),
      )}
    </nav>
  );
}

function Group({ group: { name, pages } }: { group: NavGroup }) {
  const { areaId } = usePlace();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const within = pages.some(({ to }) => path.startsWith(to.replace('$areaId', areaId)));
  const items = pages.map((page) => ({ key: page.to, label: <PageLink page={page} className="nav-item" /> }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className={within ? 'nav active' : 'nav'} aria-haspopup="menu">
        {name}
        <span aria-hidden className="nav-more">
          ▾
        </span>
      </button>
    </Dropdown>
  );
}

/** The way to a page of the menu; the period that is looked at goes along. */
export function PageLink({ page: { to, name }, className }: { page: NavPage; className: string }) {
  const { areaId, period } = usePlace();
  return (
    <Link to={to} params={{ areaId }} search={period ? { period } : {}} activeOptions={{ includeSearch: false }} className={className}>
      {name}
    </Link>
  );
}
