import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import type { officeFormAdd } from '../../../src/contract/endpoints/office-form-add.ts';
import type { officeFormFile } from '../../../src/contract/endpoints/office-form-file.ts';
import type { officeFormRetire } from '../../../src/contract/endpoints/office-form-retire.ts';
import type { officeForms } from '../../../src/contract/endpoints/office-forms.ts';
import { OFFICE } from '../../../src/contract/who.ts';
import { addressOf, call, send, upload } from '../../api.ts';
import { useMay } from '../../app/use-may.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { bytes, moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';

/** Word forms of the office in use. */
export function useOfficeForms(areaId: string) {
  return useQuery({
    queryKey: ['office-forms', areaId],
    queryFn: ({ signal }) => call<typeof officeForms>('/api/areas/:areaId/office-forms', { areaId }, signal),
  });
}

/** 本单位版式: Word files of the office that notices are filled into, with who brought them in. */
export function OfficeForms({ areaId }: { areaId: string }) {
  const may = useMay(OFFICE);
  const queries = useQueryClient();
  const { data, error, refetch } = useOfficeForms(areaId);
  const change = useMutation({
    mutationFn: (work: () => Promise<NonNullable<typeof data>>) => work(),
    onSuccess: (forms) => queries.setQueryData(['office-forms', areaId], forms),
  });
  if (error && !data) return <ErrorState error={error} retry={refetch} />;
  return (
    <Section title="本单位版式" note="Word 文件，印发时用同一份快照填写；样例可在通报页的“下载”里取得">
      {data?.length === 0 && <p className="section-foot">还没有本单位的版式，印发时按公文格式国家标准排版。</p>}
      <ul className="downloads">
        {data?.map((form) => (
          <li key={form.id}>
            <a
              href={addressOf<typeof officeFormFile>('/api/areas/:areaId/office-forms/:formId/file', { areaId, formId: form.id })}
              download={form.fileName}
            >
              {form.fileName}
            </a>
            <span>
              {bytes(form.bytes)}，{form.by}（{form.role}）{moment(form.at)}
            </span>
            {may && (
              <Button
                size="small"
                onClick={() =>
                  change.mutate(() =>
                    send<typeof officeFormRetire>('/api/areas/:areaId/office-forms/:formId/retire', { areaId, formId: form.id }),
                  )
                }
              >
                停用
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may && (
        <div className="life-acts">
          <Upload
            accept=".docx"
            showUploadList={false}
            beforeUpload={(file) => {
              change.mutate(() => upload<typeof officeFormAdd>('/api/areas/:areaId/office-forms', { areaId, fileName: file.name }, file));
              return false;
            }}
          >
            <Button loading={change.isPending}>上传版式</Button>
          </Upload>
        </div>
      )}
      {change.error && <ErrorState error={change.error} />}
    </Section>
  );
}
