import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popconfirm, Select } from 'antd';
import type { z } from 'zod';
import type { imports } from '../../../src/contract/endpoints/imports.ts';
import type { importsFile } from '../../../src/contract/endpoints/imports-file.ts';
import type { importsUndo } from '../../../src/contract/endpoints/imports-undo.ts';
import { addressOf, call, send } from '../../api.ts';
import { useListAddress } from '../../app/use-address.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { NoSuchPage, Pages } from '../../parts/pages.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { UndoTrouble, undoneText } from './undo-words.tsx';

const STATES = [
  { value: 'stands', label: '没有撤销' },
  { value: 'undone', label: '已撤销' },
];
const SORTS = [
  { value: 'new', label: '最近导入在前' },
  { value: 'name', label: '按文件名' },
  { value: 'most', label: '改动多的在前' },
];

/** 以往的导入, the newest first; each can be taken back as long as nothing rests on it. */
export function PastImports() {
  const { areaId } = usePlace();
  const queries = useQueryClient();
  const { search, change, filtered } = useListAddress<'q' | 'kind' | 'state' | 'sort'>(['q', 'kind', 'state'], { replace: true });
  const { q, kind, state, sort, page = '1' } = search;
  const asked = { areaId, q, kind, state, sort } as z.input<(typeof imports)['input']>;
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', areaId, asked, page],
    queryFn: ({ signal }) => call<typeof imports>('/api/areas/:areaId/imports', { ...asked, page }, signal),
    placeholderData: keepPreviousData,
  });
  const go = (to: string | undefined) => change({ page: to });
  const undo = useMutation({
    mutationFn: (importId: string) => send<typeof importsUndo>('/api/areas/:areaId/imports/:importId/undo', { areaId, importId }),
    onSettled: () => queries.invalidateQueries(),
  });
  if (!data) return <Unready error={error} retry={refetch} what="以往的导入" />;
  return (
    <Section title="以往的导入" note={data.total > 0 ? `${filtered ? '符合条件 ' : ''}${data.total} 次` : undefined}>
      {(filtered || data.total > 1) && (
        <search className="filters" aria-label="筛选以往的导入">
          <Input.Search
            className="words"
            aria-label="查找文件名"
            placeholder="文件名"
            allowClear
            defaultValue={q}
            onSearch={(words) => change({ q: words || undefined })}
          />
          <Select
            allowClear
            aria-label="文件种类"
            placeholder="文件种类"
            value={kind}
            popupMatchSelectWidth={false}
            options={data.kinds.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(value?: string) => change({ kind: value })}
          />
          <Select
            allowClear
            aria-label="是否撤销"
            placeholder="是否撤销"
            value={state}
            options={STATES}
            onChange={(value?: string) => change({ state: value })}
          />
          <Select
            aria-label="排序"
            value={sort ?? 'new'}
            options={SORTS}
            onChange={(value: string) => change({ sort: value === 'new' ? undefined : value })}
          />
        </search>
      )}
      {undo.error && <UndoTrouble error={undo.error} />}
      {undo.data && <p role="status">{`“${undo.data.fileName}”已撤销：${undoneText(undo.data)}`}</p>}
      {data.total > 0 && data.rows.length === 0 ? (
        <NoSuchPage of={data} go={go} />
      ) : filtered && data.total === 0 ? (
        <EmptyState title="没有符合条件的导入" next="请放宽上面的条件。" />
      ) : data.total === 0 ? (
        <EmptyState title="还没有导入过文件" next="先导入单位名单，再导入网站、栏目和账号；也可以直接拖入以往的通报。" />
      ) : (
        <ul className="import-past">
          {data.rows.map((row) => (
            <li key={row.id}>
              <div>
                <b className="wrap">
                  {row.hasFile ? (
                    <a href={addressOf<typeof importsFile>('/api/areas/:areaId/imports/:importId/file', { areaId, importId: row.id })}>
                      {row.fileName}
                    </a>
                  ) : (
                    row.fileName
                  )}
                </b>
                <small className="sub">
                  {moment(row.importedAt)}　{row.kindName}　新增 {row.added}　更改 {row.changed}　不变 {row.unchanged}
                </small>
              </div>
              {row.undoneAt ? (
                <span className="is-zero">已于 {moment(row.undoneAt)} 撤销</span>
              ) : (
                row.canUndo && (
                  <Popconfirm
                    title="撤销这次导入？"
                    description="新增的移除，更改的恢复原样。"
                    okText="撤销"
                    onConfirm={() => undo.mutate(row.id)}
                  >
                    <Button size="small" danger aria-label={`撤销“${row.fileName}”的导入`} disabled={undo.isPending}>
                      撤销
                    </Button>
                  </Popconfirm>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      <Pages of={data} go={go} unit="次" />
    </Section>
  );
}
