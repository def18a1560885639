import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { audit } from '../../../src/contract/endpoints/audit.ts';
import type { auditCopy } from '../../../src/contract/endpoints/audit-copy.ts';
import { download, upload } from '../../api.ts';
import { DropFile } from '../../parts/drop-file.tsx';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import '../notices/workshop.css';
import { AuditDocument } from './audit-document.tsx';
import { AuditList } from './audit-list.tsx';

const MAX_BYTES = 30 * 1024 * 1024;

/** 数字核对 of any notice, whoever wrote it: nothing of the file is kept. */
export function Page() {
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const check = useMutation({ mutationFn: (given: File) => upload<typeof audit>('/api/audit', { name: given.name }, given) });
  const copy = useMutation({
    mutationFn: ({ given, as }: { given: File; as: 'docx' | 'html' }) =>
      download<typeof auditCopy>('/api/audit/copy', { name: given.name, as }, given, `${given.name.replace(/\.\w+$/, '')}（核对）.${as}`),
  });
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const take = (given: File) => {
    setChosen(null);
    copy.reset();
    const large = given.size > MAX_BYTES;
    setTooLarge(large ? given.name : null);
    if (large) return;
    setFile(given);
    check.mutate(given);
  };
  const report = check.data;
  const choose = (index: number) => {
    setChosen(index);
    document.getElementById(`figure-${index}`)?.scrollIntoView({ block: 'center' });
    document.getElementById(`line-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className="page-head">
        <h1>数字核对</h1>
        <p className="page-note">核对任何一份通报：正文里的数字与它自己的表格、名单、句子是否一致。文件只在核对时读取，不保存。</p>
      </div>
      <DropFile title="把通报文件拖到这里，或点击选择" label="选择要核对的文件" take={take} busy={check.isPending} />
      {tooLarge && (
        <div className="state state-error" role="alert">
          <p className="state-title">“{tooLarge}”超过 30 MB，没有上传。</p>
          <p>请删去图片，或拆成几个文件分次核对。</p>
        </div>
      )}
      {check.isPending && <Loading what={`“${file?.name ?? ''}”并核对`} />}
      {check.error && <ErrorState error={check.error} />}
      {report && file && !check.isPending && (
        <div className="notice audit">
          <div className="paper-side">
            <AuditDocument report={report} chosen={chosen} choose={choose} />
          </div>
          <aside className="notice-side" aria-label="核对结果">
            <AuditList report={report} chosen={chosen} choose={choose}>
              <div className="life-acts">
                {report.type === 'docx' && (
                  <Button loading={copy.isPending} onClick={() => copy.mutate({ given: file, as: 'docx' })}>
                    下载加批注的 Word
                  </Button>
                )}
                <Button loading={copy.isPending} onClick={() => copy.mutate({ given: file, as: 'html' })}>
                  下载核对页
                </Button>
              </div>
              {copy.error && <ErrorState error={copy.error} />}
            </AuditList>
          </aside>
        </div>
      )}
    </>
  );
}
