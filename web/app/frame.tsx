import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect } from 'react';
import { ErrorState } from '../parts/error-state.tsx';
import { useFolded } from '../parts/use-narrow.ts';
import { AreaSelect } from './area-select.tsx';
import { ClosedArea, ClosedPage } from './closed-page.tsx';
import { FoldedMenu } from './folded-menu.tsx';
import { Gate } from './gate.tsx';
import { Menu } from './menu.tsx';
import { pageAt } from './nav.ts';
import { PersonMenu } from './person-menu.tsx';
import { StaleBar } from './stale-bar.tsx';
import { Unread } from './unread.tsx';
import { useAreas, usePlace } from './use-areas.ts';
import { useLive } from './use-live.ts';
import { useOnlooker } from './use-onlooker.ts';
import { usePageName, useShownPath } from './use-page-name.ts';

/** What stands around every page: the name, the pages, the area and period that are looked at. */
export const Frame = () => (
  <Gate>
    <Framed />
  </Gate>
);

function Framed() {
  const { areaId, period } = usePlace();
  useLive(areaId);
  const folded = useFolded();
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
          {folded && <FoldedMenu />}
          <span className="brand">
            明察<small>政府网站与政务新媒体监测</small>
          </span>
          {!folded && <Menu />}
          <div className="place">
            <Unread areaId={areaId} />
            {!folded && <AreaSelect />}
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
            <PersonMenu />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <StaleBar />
        {error ? <ErrorState error={error} retry={refetch} /> : areas && !area ? <ClosedArea /> : <Within />}
      </main>
    </div>
  );
}

/** The page of the address, or who it is for: the server refuses what it shows in any case, in pieces. */
function Within() {
  const { areaId } = usePlace();
  const me = useOnlooker();
  const path = useShownPath();
  const name = usePageName();
  useEffect(() => {
    document.title = `${name} · 明察`;
  }, [name]);
  const found = pageAt(path, areaId, me);
  return found && !found.open ? <ClosedPage page={found.page} /> : <Outlet />;
}
