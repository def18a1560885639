import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import type { rawFindings } from '../../../src/contract/endpoints/raw-findings.ts';
import type { rawFindingsFile } from '../../../src/contract/endpoints/raw-findings-file.ts';
import { addressOf, call } from '../../api.ts';
import { UnreadyPage } from '../../app/unready-page.tsx';
import { useListAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { useNarrow } from '../../parts/use-narrow.ts';
import '../text-errors/text-errors.css';
import { EntryForm } from './entry-form.tsx';
import { FromFile } from './from-file.tsx';
import './raw-findings.css';
import { RawRows } from './rows.tsx';

const SIZE = 50;

/** 我的发现: what a person entered, and what became of it. */
export function Page() {
  const { areaId } = usePlace();
  const { search, change } = useListAddress(['answer'], { replace: true });
  const { answer, page } = search;
  const narrow = useNarrow();
  const isOffice = useMe().role === 'office';
  const [entering, setEntering] = useState<'one' | 'file' | null>(null);
  const asked = { areaId, answer, page: page ?? 1, size: SIZE };
  const { data, error, refetch } = useQuery({
    queryKey: ['raw-findings', areaId, asked],
    queryFn: ({ signal }) => call<typeof rawFindings>('/api/areas/:areaId/raw-findings', asked, signal),
    placeholderData: keepPreviousData,
  });
  if (!data) return <UnreadyPage error={error} retry={refetch} what="我的发现" />;
  const all = data.answers.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className="page-head">
        <h1>我的发现</h1>
        <p className="page-note">
          共录入 {all} 条；{isOffice ? '政务公开办录入的直接记入问题台账，可以交办' : '经政务公开办或信息中心人工复核认定后，才作为问题'}
        </p>
      </div>
      <div className="text-states">
        <Button type="primary" aria-expanded={entering === 'one'} onClick={() => setEntering(entering === 'one' ? null : 'one')}>
          录入一条
        </Button>
        {!isOffice && (
          <Button aria-expanded={entering === 'file'} onClick={() => setEntering(entering === 'file' ? null : 'file')}>
            用表格录入
          </Button>
        )}
      </div>
      {entering === 'one' && <EntryForm areaId={areaId} close={() => setEntering(null)} />}
      {entering === 'file' && <FromFile areaId={areaId} />}
      <div className="text-states">
        {[{ code: undefined, name: '全部', count: all }, ...data.answers].map((one) => (
          <button
            key={one.name}
            type="button"
            aria-pressed={answer === one.code}
            className={answer === one.code ? 'text-state text-state-on' : 'text-state'}
            onClick={() => change({ answer: one.code })}
          >
            {one.name} {one.count}
          </button>
        ))}
        <ExportLink href={addressOf<typeof rawFindingsFile>('/api/areas/:areaId/raw-findings.xlsx', { areaId, answer })} />
      </div>
      {data.total === 0 ? (
        <EmptyState
          title={answer === undefined ? '还没有录入过发现' : '没有这种结果的发现'}
          next={
            answer !== undefined
              ? '请改选其他结果。'
              : isOffice
                ? '可以逐条录入；成批的用“导入”。'
                : '可以逐条录入，或者下载模板填好后用表格录入。'
          }
        />
      ) : (
        <>
          <RawRows areaId={areaId} rows={data.rows} />
          <Pagination
            className="pages"
            size={narrow ? 'small' : 'medium'}
            simple={narrow}
            current={Number(page ?? 1)}
            pageSize={data.size}
            total={data.total}
            showSizeChanger={false}
            showTotal={(total) => `共 ${total} 条`}
            onChange={(to) => change({ page: to === 1 ? undefined : String(to) })}
          />
        </>
      )}
    </>
  );
}
