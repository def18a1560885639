import { Button, Input, Upload } from 'antd';
import { useState } from 'react';
import type { columnLibrary } from '../../../src/contract/endpoints/column-library.ts';
import type { importTemplate } from '../../../src/contract/endpoints/import-template.ts';
import { addressOf } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { Section } from '../../parts/section.tsx';

const KINDS = '.xlsx,.xls,.ods,.et,.csv,.docx,.doc,.wps,.pdf,.html,.htm,.mhtml,.md,.txt,.json,.zip';

/** Two ways in: a file, or cells copied from a workbook, a document or a page. */
export function HandIn({ busy, onFile }: { busy: boolean; onFile: (content: Blob, fileName: string) => void }) {
  const { areaId } = usePlace();
  const [pasted, setPasted] = useState('');
  return (
    <div className="import-ways">
      <Section title="选择文件" note="最大 50 MB">
        <Upload.Dragger
          accept={KINDS}
          showUploadList={false}
          disabled={busy}
          beforeUpload={(file) => {
            onFile(file, file.name);
            return false;
          }}
        >
          <p className="ant-upload-text">{busy ? '正在上传……' : '把文件拖到这里，或点击选择'}</p>
          <p className="ant-upload-hint">Excel、WPS 表格、CSV，Word、PDF、网页里的表格，以往的通报</p>
        </Upload.Dragger>
        <p className="import-template">
          没有现成的表格？
          <a href={addressOf<typeof importTemplate>('/api/areas/:areaId/import-template', { areaId })}>下载导入模板（.xlsx）</a>
        </p>
        <p className="import-template">
          要登记各单位的栏目？
          <a href={addressOf<typeof columnLibrary>('/api/areas/:areaId/column-library.xlsx', { areaId })}>下载栏目库（.xlsx）</a>
          ，按单位类别列好栏目和更新时限，填上地址、删去没有的栏目后导入。
        </p>
      </Section>
      <Section title="粘贴表格" note="在表格、文档或网页里选中，复制后粘贴">
        <Input.TextArea
          aria-label="粘贴表格内容"
          value={pasted}
          rows={7}
          placeholder={'单位名称\t平台\t账号名称\n县住建局\t微信\t某县住建'}
          onChange={(event) => setPasted(event.target.value)}
        />
        <Button
          disabled={busy || pasted.trim() === ''}
          onClick={() => onFile(new Blob([pasted], { type: 'text/plain' }), '粘贴的表格.txt')}
        >
          预览粘贴的内容
        </Button>
      </Section>
    </div>
  );
}
