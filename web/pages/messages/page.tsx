import { useSearch } from '@tanstack/react-router';
import { EVERY_ROLE, OVERSEERS, OVERSEERS_AND_UNIT, reachOf } from '../../../src/contract/who.ts';
import { PageTabs } from '../../app/page-tabs.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { Inbox } from './inbox.tsx';
import './messages.css';
import { Reminders } from './reminders.tsx';
import { Roster } from './roster.tsx';
import { SetUp } from './set-up.tsx';

const TABS = [
  { tab: undefined, name: '收件箱', Part: Inbox, who: EVERY_ROLE },
  { tab: 'reminders', name: '提醒记录', Part: Reminders, who: OVERSEERS_AND_UNIT },
  { tab: 'roster', name: '值班表', Part: Roster, who: OVERSEERS },
  { tab: 'setup', name: '渠道与收件人', Part: SetUp, who: OVERSEERS },
] as const;

/** 消息: what the program told whom, who is on duty, who was reminded, and by which ways. */
export function Page() {
  const { areaId } = usePlace();
  const { tab } = useSearch({ strict: false });
  const { role } = useMe();
  const tabs = TABS.filter(({ who }) => reachOf(who, role) !== null);
  const shown = tabs.find((one) => one.tab === tab) ?? TABS[0];
  return (
    <>
      <div className="page-head">
        <h1>消息</h1>
      </div>
      <PageTabs label="消息的各部分" tabs={tabs} shown={shown.tab} />
      <shown.Part areaId={areaId} />
    </>
  );
}
