import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { wordingHistory } from '../../../src/contract/endpoints/wording-history.ts';
import { call } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { type Entry, LIST_NAMES } from './words.ts';

/** Who changed what: of one entry, or of all lists. */
export function HistoryDrawer({ areaId, of, close }: { areaId: string; of: Pick<Entry, 'list' | 'term'> | 'all' | null; close(): void }) {
  const one = of === null || of === 'all' ? {} : { list: of.list, term: of.term };
  const { data, error, refetch } = useQuery({
    queryKey: ['wording-history', areaId, one],
    queryFn: ({ signal }) => call<typeof wordingHistory>('/api/areas/:areaId/wording-history', { areaId, ...one }, signal),
    enabled: of !== null,
  });
  return (
    <Drawer
      open={of !== null}
      onClose={close}
      title={of === 'all' || of === null ? '词表的修改记录' : `“${of.term}”的修改记录`}
      size="large"
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : !data ? (
        <Loading what="修改记录" />
      ) : (
        <ol className="history">
          {data.rows.map((row) => (
            <li key={`${row.at} ${row.list} ${row.term} ${row.act}`}>
              <div className="act">
                <b>{row.act === 'put' ? '写入' : '停用'}</b>
                <span className="wrap">
                  {LIST_NAMES[row.list]}“{row.term}”{row.right && `，应为“${row.right}”`}
                </span>
              </div>
              <p className="act-by">
                {row.by}
                <span>{moment(row.at)}</span>
              </p>
              {row.note && <p className="act-reason">{row.note}</p>}
            </li>
          ))}
          {data.rows.length === 0 && <li>还没有修改过。</li>}
        </ol>
      )}
    </Drawer>
  );
}
