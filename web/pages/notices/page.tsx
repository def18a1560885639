import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { notices } from '../../../src/contract/endpoints/notices.ts';
import { OFFICE_AND_UNIT, OVERSEERS, WATCHERS } from '../../../src/contract/who.ts';
import { call } from '../../api.ts';
import { Only } from '../../app/only.tsx';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMay } from '../../app/use-may.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ClosePeriod } from './close-period.tsx';
import { IssuedList } from './issued-list.tsx';
import { NamingMarks } from './naming-marks.tsx';
import { NewNotice } from './new-notice.tsx';
import { NoticeList } from './notice-list.tsx';
import { OfficeForms } from './office-forms.tsx';
import { ReportCalendar } from './report-calendar.tsx';
import { Tasks } from './tasks.tsx';
import './workshop.css';

/** 通报: those who watch work on them here; units and the bureau read what was issued. */
export const Page = () => (useMay(OVERSEERS) ? <Workshop /> : <IssuedList />);

function Workshop() {
  const { areaId } = usePlace();
  const drafts = useMay(WATCHERS);
  const [opened, setOpened] = useState<'close' | 'draft' | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['notices', areaId],
    queryFn: ({ signal }) => call<typeof notices>('/api/areas/:areaId/notices', { areaId }, signal),
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="通报" />;
  // A draft is for those who write it; the others are told that there is one.
  const shown = drafts ? data : data.filter(({ issuedAt }) => issuedAt !== null);
  const hidden = drafts ? 0 : data.filter(({ state }) => state.code === 'draft').length;
  return (
    <>
      <div className="page-head">
        <h1>通报</h1>
        <div className="page-note notice-meta">
          <span>每份通报出自一份冻结的快照，正文数字与附表逐行核对</span>
          {drafts && (
            <>
              <Button aria-expanded={opened === 'close'} onClick={() => setOpened('close')}>
                结账
              </Button>
              <Button type="primary" aria-expanded={opened === 'draft'} onClick={() => setOpened('draft')}>
                起草通报
              </Button>
            </>
          )}
          <a href={`/public/${areaId}`} target="_blank" rel="noopener">
            公开页面
          </a>
        </div>
      </div>
      {opened === 'close' && <ClosePeriod areaId={areaId} draft={() => setOpened('draft')} close={() => setOpened(null)} />}
      {opened === 'draft' && <NewNotice areaId={areaId} close={() => setOpened(null)} />}
      {shown.length === 0 ? (
        <EmptyState
          title={drafts ? '还没有生成通报' : '还没有印发通报'}
          next={drafts ? '每期监测和人工复核完成后，先点“结账”，再点“起草通报”。' : '通报印发后列在这里。'}
        />
      ) : (
        <NoticeList rows={shown} drafts={drafts} />
      )}
      {hidden > 0 && <p className="section-foot">另有 {hidden} 份草稿由政务公开办和信息中心编写，印发后可以查看。</p>}
      <ReportCalendar areaId={areaId} />
      <NamingMarks areaId={areaId} />
      <Only who={OFFICE_AND_UNIT}>
        <Tasks areaId={areaId} />
      </Only>
      <OfficeForms areaId={areaId} />
    </>
  );
}
