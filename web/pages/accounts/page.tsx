import { PageTabs } from '../../app/page-tabs.tsx';
import '../assessment/assessment.css';
import '../text-errors/text-errors.css';
import './accounts.css';
import { AccountsView } from './accounts-view.tsx';
import { ActivitiesView } from './activities-view.tsx';
import { useAccountsPage, type View } from './address.ts';
import { HealthView } from './health-view.tsx';
import { InteractionsView } from './interactions-view.tsx';
import { MatricesView } from './matrices-view.tsx';
import { MattersView } from './matters-view.tsx';
import { MenusView } from './menus-view.tsx';
import { OutputView } from './output-view.tsx';
import { PracticesView } from './practices-view.tsx';
import { RepostsView } from './reposts-view.tsx';
import { StatementsView } from './statements-view.tsx';
import { SyncView } from './sync-view.tsx';

const NOTES: Readonly<Record<View, string>> = {
  accounts: '先备案、再开设；没有备案的账号单独列出，不计入合格率基数',
  matters: '开设、变更、关停、注销逐件办理；关停和注销以办公室接受报备为准，注销后到期复核，账号恢复的重新办理',
  statements: '每个网站、账号明确一名责任人，每年签订网络安全责任制、网络意识形态责任制责任书',
  menus: '在手机上逐条查看账号的导航栏目：能否打开、内容新旧、是否显示完整',
  output: '各账号发布多少、原创多少；少的只列为薄弱环节，不影响检查结果',
  matrices: '同一条信息发到了哪些平台、相差几天、还缺哪些',
  sync: '门户网站与账号上的同一条信息，相差几天；只在一边的也列出',
  reposts: '要求转载的信息，哪些网站和账号已经转载',
  activities: '已登记的活动有没有发布；活动后 7 天仍没有发布的列出',
  practices: '一个季度内用了三种以上表现形式的账号，供通报表扬时选用',
  interactions: '各账号报来的互动数量，约数以“余”标明',
  health: '各账号的数据从哪里来、完整到哪一天；采集不正常的，不对账号下结论',
};

/** 政务新媒体: accounts from filing to cancelling, and what they publish. */
export function Page() {
  const { areaId, period, view, views } = useAccountsPage();
  return (
    <>
      <div className="page-head">
        <h1>政务新媒体</h1>
        <p className="page-note">{NOTES[view]}</p>
      </div>
      <PageTabs
        label="政务新媒体"
        by="view"
        tabs={views.map(({ view: tab, name }) => ({ tab: tab === 'accounts' ? undefined : tab, name }))}
        shown={view === 'accounts' ? undefined : view}
        keep={period ? { period } : {}}
      />
      {view === 'accounts' && <AccountsView areaId={areaId} />}
      {view === 'matters' && <MattersView areaId={areaId} />}
      {view === 'statements' && <StatementsView areaId={areaId} />}
      {view === 'menus' && <MenusView areaId={areaId} />}
      {view === 'output' && <OutputView areaId={areaId} period={period} />}
      {view === 'matrices' && <MatricesView areaId={areaId} period={period} />}
      {view === 'sync' && <SyncView areaId={areaId} period={period} />}
      {view === 'reposts' && <RepostsView areaId={areaId} period={period} />}
      {view === 'activities' && <ActivitiesView areaId={areaId} period={period} />}
      {view === 'practices' && <PracticesView areaId={areaId} period={period} />}
      {view === 'interactions' && <InteractionsView areaId={areaId} period={period} />}
      {view === 'health' && <HealthView areaId={areaId} />}
    </>
  );
}
