import { Link, useSearch } from '@tanstack/react-router';
import { usePlace } from '../../app/use-areas.ts';
import { Inbox } from './inbox.tsx';
import './messages.css';
import { Reminders } from './reminders.tsx';
import { Roster } from './roster.tsx';
import { SetUp } from './set-up.tsx';

const TABS = [
  { tab: undefined, name: '收件箱', Part: Inbox },
  { tab: 'reminders', name: '提醒记录', Part: Reminders },
  { tab: 'roster', name: '值班表', Part: Roster },
  { tab: 'setup', name: '渠道与收件人', Part: SetUp },
] as const;

/** 消息: what the program told whom, who is on duty, who was reminded, and by which ways. */
export function Page() {
  const { areaId } = usePlace();
  const { tab } = useSearch({ strict: false });
  const shown = TABS.find((one) => one.tab === tab) ?? TABS[0];
  return (
    <>
      <div className="page-head">
        <h1>消息</h1>
      </div>
      <nav className="message-tabs" aria-label="消息的各部分">
        {TABS.map((one) => (
          <Link
            key={one.name}
            to="/areas/$areaId/messages"
            params={{ areaId }}
            search={one.tab ? { tab: one.tab } : {}}
            activeProps={{}}
            aria-current={one === shown ? 'page' : undefined}
            className={one === shown ? 'message-tab message-tab-on' : 'message-tab'}
          >
            {one.name}
          </Link>
        ))}
      </nav>
      <shown.Part areaId={areaId} />
    </>
  );
}
