import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import type { imports } from '../../../src/contract/endpoints/imports.ts';
import type { importsFile } from '../../../src/contract/endpoints/imports-file.ts';
import type { importsUndo } from '../../../src/contract/endpoints/imports-undo.ts';
import { addressOf, call, send } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { UndoTrouble, undoneText } from './undo-words.tsx';

/** 以往的导入, the newest first; each can be taken back as long as nothing rests on it. */
export function PastImports() {
  const { areaId } = usePlace();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', areaId],
    queryFn: ({ signal }) => call<typeof imports>('/api/areas/:areaId/imports', { areaId }, signal),
  });
  const undo = useMutation({
    mutationFn: (importId: string) => send<typeof importsUndo>('/api/areas/:areaId/imports/:importId/undo', { areaId, importId }),
    onSettled: () => queries.invalidateQueries(),
  });
  if (!data) return <Unready error={error} retry={refetch} what="以往的导入" />;
  return (
    <Section title="以往的导入" note={data.rows.length > 0 ? `${data.rows.length} 次` : undefined}>
      {undo.error && <UndoTrouble error={undo.error} />}
      {undo.data && <p role="status">{`“${undo.data.fileName}”已撤销：${undoneText(undo.data)}`}</p>}
      {data.rows.length === 0 ? (
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
    </Section>
  );
}
