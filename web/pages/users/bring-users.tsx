import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import type { usersImport } from '../../../src/contract/endpoints/users-import.ts';
import { download } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';

/** Users from a workbook; what comes back are their one-time passwords, saved by the browser. */
export function BringUsers({ areaId }: { areaId: string }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const bring = useMutation({
    mutationFn: (file: File) =>
      download<typeof usersImport>('/api/areas/:areaId/users-file', { areaId, fileName: file.name }, file, '一次性密码.xlsx'),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>批量导入</Button>
      <Modal open={open} title="批量导入用户" footer={null} onCancel={() => setOpen(false)}>
        <p>
          1. 下载<a href={`/api/areas/${areaId}/users-template.xlsx`}>导入模板</a>并填写；2. 上传填好的表格。有一处不对就不导入任何用户。
        </p>
        <p>导入成功后，浏览器会保存一份一次性密码表，请分别交给本人后删除。</p>
        <div className="users-bar">
          <Upload
            accept=".xlsx,.xls,.ods,.csv"
            showUploadList={false}
            beforeUpload={(file) => {
              bring.mutate(file);
              return false;
            }}
          >
            <Button type="primary" loading={bring.isPending}>
              上传表格
            </Button>
          </Upload>
          {bring.isSuccess && <span>已导入，一次性密码表已保存。</span>}
        </div>
        {bring.error && <ErrorState error={bring.error} />}
      </Modal>
    </>
  );
}
