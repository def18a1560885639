import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { ErrorState } from '../parts/error-state.tsx';
import { Unread } from './unread.tsx';
import { useAreas, usePlace } from './use-areas.ts';

const PAGES = [
  { to: '/areas/$areaId/overview', name: '概览' },
  { to: '/areas/$areaId/ledger', name: '问题台账' },
  { to: '/areas/$areaId/channels', name: '网站与账号' },
  { to: '/areas/$areaId/notices', name: '通报' },
  { to: '/areas/$areaId/assessment', name: '考核' },
  { to: '/areas/$areaId/audit', name: '数字核对' },
  { to: '/areas/$areaId/proof', name: '文稿校对' },
  { to: '/areas/$areaId/text-errors', name: '错情复核' },
  { to: '/areas/$areaId/import', name: '导入' },
] as const;

/** What stands around every page: the name, the pages, the area and period that are looked at. */
export function Frame() {
  const { areaId, period } = usePlace();
  const { data: areas, error, refetch } = useAreas();
  // The ledger is one, and a notice has its own period.
  const hasPeriod = useLocation({ select: ({ pathname }) => /\/(overview|channels)$/.test(pathname) });
  const navigate = useNavigate();
  const area = areas?.find(({ id }) => id === areaId);
  return (
    <div className="frame">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="head">
        <div className="head-in">
          <span className="brand">
            明察<small>政府网站与政务新媒体监测</small>
          </span>
          <nav aria-label="页面">
            {PAGES.map(({ to, name }) => (
              <Link
                key={to}
                to={to}
                params={{ areaId }}
                search={period ? { period } : {}}
                activeOptions={{ includeSearch: false }}
                className="nav"
              >
                {name}
              </Link>
            ))}
          </nav>
          <div className="place">
            <Unread areaId={areaId} />
            <Select
              aria-label="地区"
              value={area ? areaId : undefined}
              placeholder="地区"
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              options={areas?.filter((one) => one.registered || one.id === areaId).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id: string) => navigate({ to: '/areas/$areaId/overview', params: { areaId: id }, search: {} })}
            />
            {hasPeriod && (
              <Select
                aria-label="期"
                value={period ?? area?.periods[0]?.id}
                placeholder="尚无统计"
                popupMatchSelectWidth={false}
                disabled={!area?.periods.length}
                options={area?.periods.map(({ id, label }) => ({ value: id, label }))}
                onChange={(id: string) =>
                  navigate({ to: '.', search: (before: Record<string, string | undefined>) => ({ ...before, period: id }) })
                }
              />
            )}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {error ? <ErrorState error={error} retry={refetch} /> : <Outlet />}
      </main>
    </div>
  );
}
