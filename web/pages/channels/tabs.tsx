import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTabs } from '../../app/page-tabs.tsx';

const TABS = [
  { tab: undefined, name: '检查结果' },
  { tab: 'alarms', name: '读取告警' },
  { tab: 'searches', name: '站内检索' },
  { tab: 'platform', name: '公开平台信息' },
];

/** The parts of the page; a part keeps the period. */
export function ChannelTabs() {
  const { view, period } = useSearch({ strict: false });
  const shown = TABS.find(({ tab }) => tab === view)?.tab;
  return <PageTabs label="网站与账号的各部分" by="view" tabs={TABS} shown={shown} keep={period ? { period } : {}} />;
}

/** A part with the head of the page. */
export function ChannelPart({ note, children }: { note: string; children: ReactNode }) {
  return (
    <>
      <div className="page-head">
        <h1>网站与账号</h1>
        <p className="page-note">{note}</p>
      </div>
      <ChannelTabs />
      {children}
    </>
  );
}
