import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input, Pagination } from 'antd';
import type { trail } from '../../../src/contract/endpoints/trail.ts';
import { addressOf, call } from '../../api.ts';
import { useListAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { ExportLink } from '../../parts/export-link.tsx';
import { moment } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import './trail.css';

const SIZE = 50;

/** 操作留痕: every change that was asked for, who asked, what came of it; about one thing where the address names it. */
export function Page() {
  const { areaId } = usePlace();
  const { search, change } = useListAddress<'thing' | 'person' | 'from' | 'to'>([], { toTop: true });
  const page = Number(search.page ?? 1);
  const asked = {
    ...{ areaId, thing: search.thing, person: search.person },
    from: instantAt(search.from, '00:00'),
    to: instantAt(search.to, '24:00'),
  };
  const { data, error, refetch } = useQuery({
    queryKey: ['trail', asked, page],
    queryFn: ({ signal }) => call<typeof trail>('/api/areas/:areaId/trail', { ...asked, page, size: SIZE }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className="page-head">
        <h1>操作留痕</h1>
        <p className="page-note">每一次办理和修改都记在这里，任何人不能更改或删除。</p>
      </div>
      <div className="trail-bar">
        <Input.Search
          aria-label="经办人姓名"
          placeholder="经办人姓名"
          allowClear
          defaultValue={search.person}
          onSearch={(value) => change({ person: value.trim() || undefined })}
        />
        <Input.Search
          aria-label="对象编号"
          placeholder="对象编号（问题、通报、用户等）"
          allowClear
          defaultValue={search.thing}
          onSearch={(value) => change({ thing: value.trim() || undefined })}
        />
        <DayField name="起" label="起始日期" value={search.from ?? ''} set={(from) => change({ from })} />
        <DayField name="止" label="截止日期" value={search.to ?? ''} set={(to) => change({ to })} />
        {data && <span className="section-note">共 {data.total} 条</span>}
        <ExportLink href={addressOf('/api/areas/:areaId/trail.xlsx', asked)} />
      </div>
      {error ? (
        <ErrorState error={error} retry={refetch} />
      ) : !data ? (
        <Loading what="操作留痕" />
      ) : data.rows.length === 0 ? (
        search.person || search.thing || search.from || search.to ? (
          <EmptyState title="没有符合条件的记录" next="请放宽条件。" />
        ) : (
          <EmptyState title="还没有操作记录" next="办理和修改会自动记在这里。" />
        )
      ) : (
        <>
          <ol className="trail">
            {data.rows.map((row) => (
              <li key={row.seq}>
                <time dateTime={row.at}>{moment(row.at)}</time>
                <span className="trail-who">
                  {row.name}
                  {row.roleName && <small>（{row.roleName}）</small>}
                </span>
                <span className="trail-what">
                  {row.actName}
                  {row.outcome !== 'ok' && <b className="is-bad">：{row.outcomeName}</b>}
                  <details>
                    <summary>提交内容</summary>
                    <pre className="wrap">{row.given}</pre>
                    <small>
                      第 {row.seq} 条，来自 {row.address}
                    </small>
                  </details>
                </span>
              </li>
            ))}
          </ol>
          {data.total > SIZE && (
            <Pagination
              current={page}
              pageSize={SIZE}
              total={data.total}
              showSizeChanger={false}
              onChange={(at) => change({ page: at === 1 ? undefined : String(at) })}
            />
          )}
        </>
      )}
    </>
  );
}

/** A day of the address at a time of Beijing; nothing where it is no day. */
function instantAt(day: string | undefined, time: string): string | undefined {
  const at = new Date(`${day}T${time}:00+08:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
