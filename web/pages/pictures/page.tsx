import { PageTabs } from '../../app/page-tabs.tsx';
import { RangeSwitch } from '../../app/range-switch.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { usePictureAddress } from './address.ts';
import { Deadlines } from './deadlines.tsx';
import { Freshness } from './freshness.tsx';
import './pictures.css';
import { Scores } from './scores.tsx';
import { Trends } from './trends.tsx';
import { Units } from './units.tsx';
import { Weaknesses } from './weaknesses.tsx';

/** `whole`: can be switched to all areas below. `own`: what a unit or a bureau sees of its own matters as well. */
const VIEWS = [
  { view: undefined, name: '单位状态', Part: Units, own: true, whole: true },
  { view: 'calendar', name: '期限日历', Part: Deadlines, own: true, whole: true },
  { view: 'freshness', name: '栏目新鲜度', Part: Freshness, own: true, whole: true },
  { view: 'trends', name: '走势', Part: Trends, own: true, whole: true },
  { view: 'scores', name: '网站评分', Part: Scores, own: false, whole: true },
  { view: 'weaknesses', name: '薄弱环节', Part: Weaknesses, own: true, whole: true },
] as const;

/** 态势: pictures where people would rather look than read. */
export function Page() {
  const { areaId } = usePlace();
  const { search } = usePictureAddress();
  const { role } = useMe();
  const views = VIEWS.filter(({ own }) => own || (role !== 'unit' && role !== 'bureau'));
  const shown = views.find(({ view }) => view === search.view) ?? VIEWS[0];
  return (
    <div className="pictures">
      <div className="page-head">
        <h1>态势</h1>
      </div>
      <PageTabs
        label="态势的各部分"
        by="view"
        tabs={views.map(({ view: tab, name }) => ({ tab, name }))}
        shown={shown.view}
        keep={{ range: search.range }}
      />
      {shown.whole && <RangeSwitch />}
      <shown.Part areaId={areaId} />
    </div>
  );
}
