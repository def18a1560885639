import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { rawFindingsTemplate } from '../../../src/contract/endpoints/raw-findings-template.ts';
import type { rawFindingsWorkbook } from '../../../src/contract/endpoints/raw-findings-workbook.ts';
import { addressOf, upload } from '../../api.ts';
import { DropFile } from '../../parts/drop-file.tsx';
import { ErrorState } from '../../parts/error-state.tsx';

/** Raw findings from a workbook: read and checked first, entered when the person says so. */
export function FromFile({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const hand = (chosen: File, preview: boolean) =>
    upload<typeof rawFindingsWorkbook>(
      '/api/areas/:areaId/raw-findings-files',
      { areaId, fileName: chosen.name, ...(preview ? { preview: 'yes' as const } : {}) },
      chosen,
    );
  const preview = useMutation({ mutationFn: (chosen: File) => hand(chosen, true) });
  const enter = useMutation({
    mutationFn: (chosen: File) => hand(chosen, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['raw-findings', areaId] }),
  });
  const read = enter.data ?? preview.data;
  const error = enter.error ?? preview.error;
  return (
    <section className="raw-file" aria-label="用表格录入">
      <p>
        一条发现一行。
        <a href={addressOf<typeof rawFindingsTemplate>('/api/areas/:areaId/raw-findings-template.xlsx', { areaId })} download>
          下载模板
        </a>
        。有一处错误，整个文件都不录入；同一条重复上传不会重复登记。
      </p>
      <DropFile
        title="把填好的表格拖到这里，或点击选择"
        label="选择发现的表格"
        kinds="tables"
        busy={preview.isPending || enter.isPending}
        take={(chosen) => {
          setFile(chosen);
          enter.reset();
          preview.mutate(chosen);
        }}
      />
      {error && <ErrorState error={error} />}
      {read && (
        <div role="status">
          <p>
            {enter.data ? `已录入 ${read.entered} 条，等待复核。` : `“${file?.name}”可以录入 ${read.entered} 条。`}
            {read.repeated.length > 0 && `另有 ${read.repeated.length} 条已经登记过或者相互重复，不再登记。`}
          </p>
          {read.repeated.length > 0 && (
            <ul className="raw-faults">
              {read.repeated.slice(0, 20).map(({ row, message }) => (
                <li key={row}>
                  {row}：{message}
                </li>
              ))}
            </ul>
          )}
          {!enter.data && file && read.entered > 0 && (
            <Button type="primary" loading={enter.isPending} onClick={() => enter.mutate(file)}>
              录入这 {read.entered} 条
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
