import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import type { z } from 'zod';
import type { evidenceBytes } from '../../../src/contract/endpoints/evidence-bytes.ts';
import type { picturesFreshnessColumns } from '../../../src/contract/endpoints/pictures-freshness-columns.ts';
import { addressOf, call } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { moment } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { usePictureAddress } from './address.ts';

type Columns = z.output<(typeof picturesFreshnessColumns)['output']>;
type State = NonNullable<z.input<(typeof picturesFreshnessColumns)['input']>['state']>;
const WIDTH_PX = 760;

/** The columns a cell or a number of the picture means, with the newest look at each; which, stands in the address. */
export function ColumnsDrawer({ areaId, by }: { areaId: string; by: 'class' | 'name' }) {
  const { search, change } = usePictureAddress();
  const { range, isWhole } = useRange();
  const { area, unit, kind, fresh, due } = search;
  const open = Boolean(unit || kind || fresh || due);
  const asked = { areaId, range, area: isWhole ? area : undefined, by, unitId: unit, kind, state: fresh as State | undefined, due };
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-freshness-columns', asked],
    queryFn: ({ signal }) => call<typeof picturesFreshnessColumns>('/api/areas/:areaId/pictures/freshness/columns', asked, signal),
    enabled: open,
  });
  return (
    <Drawer
      open={open}
      onClose={() => change({ area: undefined, unit: undefined, kind: undefined, fresh: undefined, due: undefined })}
      title={
        data ? `${asked.area ? `${data.rows[0]?.area.name ?? ''}　` : ''}栏目 ${data.total} 个${due ? `，${due} 到更新时限` : ''}` : '栏目'
      }
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
      classNames={{ body: 'drawer-body' }}
    >
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : !data ? (
        <Loading what="栏目" />
      ) : data.rows.length === 0 ? (
        <EmptyState title="没有这样的栏目" next="可能已经更新，或者重新监测过。" />
      ) : (
        <ol className="column-list">
          {data.rows.map((row) => (
            <ColumnRow key={`${row.site.id} ${row.name} ${row.url}`} row={row} inArea={isWhole} />
          ))}
        </ol>
      )}
      {data && data.total > data.rows.length && (
        <p className="section-foot">
          只列出最差的 {data.rows.length} 个，请按{isWhole ? '地区' : '单位'}或类别缩小范围。
        </p>
      )}
    </Drawer>
  );
}

function ColumnRow({ row, inArea }: { row: Columns['rows'][number]; inArea: boolean }) {
  const { role } = useMe();
  return (
    <li>
      <p className="column-name">
        <span className={`heat-key heat-${row.state.code}`}>{row.state.name}</span>
        <b>{row.url ? <OutsideLink href={row.url}>{row.name}</OutsideLink> : row.name}</b>
      </p>
      <p>
        {inArea && (
          <>
            <Link
              to="/areas/$areaId/pictures"
              params={{ areaId: row.area.code }}
              search={{ view: 'freshness', range: 'own' }}
              className="text-link"
            >
              {row.area.name}
            </Link>
            {'　'}
          </>
        )}
        {row.unit.name}　{row.site.name}　{row.className}
      </p>
      <p>
        时限 {row.limitName}，最近更新 {row.lastUpdate ?? '未读到'}
        {row.dueOn && `，时限最后一天 ${row.dueOn}`}
        {row.daysLeft !== null && `（${row.daysLeft < 0 ? `已超 ${-row.daysLeft} 天` : `还有 ${row.daysLeft} 天`}）`}
      </p>
      {row.why && <p className="is-warn">{row.why}</p>}
      {row.evidence ? (
        <div className="evidence">
          <p>
            <b>{row.evidence.kindName}</b>
            <span>{row.evidence.summary}</span>
          </p>
          <p className="evidence-how">
            {moment(row.evidence.at)}　{row.evidence.howName}　<span className="wrap">{row.evidence.source}</span>
          </p>
          {row.evidence.blob && role !== 'unit' && role !== 'bureau' && (
            <p className="evidence-how">
              <a
                href={addressOf<typeof evidenceBytes>('/api/areas/:areaId/channels/:channelId/facts/:factId/bytes', {
                  areaId: row.area.code,
                  channelId: row.site.id,
                  factId: row.evidence.id,
                })}
                download
              >
                下载当时的原文
              </a>
              <span className="hash" title={`SHA-256 ${row.evidence.blob}`}>
                SHA-256 {row.evidence.blob.slice(0, 16)}…
              </span>
            </p>
          )}
        </div>
      ) : (
        <p className="page-note">没有留存的查看记录。</p>
      )}
    </li>
  );
}
