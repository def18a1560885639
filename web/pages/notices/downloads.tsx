import type { noticeCopy } from '../../../src/contract/endpoints/notice-copy.ts';
import type { noticeFile } from '../../../src/contract/endpoints/notice-file.ts';
import type { noticeFormStarter } from '../../../src/contract/endpoints/notice-form-starter.ts';
import type { noticeOfficeCopy } from '../../../src/contract/endpoints/notice-office-copy.ts';
import type { noticePreview } from '../../../src/contract/endpoints/notice-preview.ts';
import { addressOf } from '../../api.ts';
import { bytes } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { NoticeWhole } from './notice-text.tsx';
import { useOfficeForms } from './office-forms.tsx';

/** Written when asked for: the draft as it stands, and a copy without contacts and personal data (seeds N19, S05). */
const COPIES = [
  { name: '现稿 Word', format: 'docx', masked: 'no' },
  { name: '现稿 PDF', format: 'pdf', masked: 'no' },
  { name: '隐去个人信息的 Word', format: 'docx', masked: 'yes' },
  { name: '隐去个人信息的 PDF', format: 'pdf', masked: 'yes' },
] as const;

/** The written files, kept whole as they were made. The web form is looked at, without scripts; the others are saved. */
export function Downloads({ areaId, noticeId, files, discarded }: NoticeFiles & { discarded: boolean }) {
  const { data: forms } = useOfficeForms(areaId);
  return (
    <Section title="下载">
      {files.length === 0 && (
        <p className="section-foot">{discarded ? '没有印发，没有正式文件；可下载作废的草稿。' : '印发时生成正式文件；现在可下载现稿。'}</p>
      )}
      <ul className="downloads">
        <FileLines areaId={areaId} noticeId={noticeId} files={files} />
        {COPIES.filter(({ masked }) => masked === 'yes' || files.length === 0).map(({ name, format, masked }) => (
          <li key={name}>
            <a
              href={addressOf<typeof noticeCopy>('/api/areas/:areaId/notices/:noticeId/copy/:format', { areaId, noticeId, format, masked })}
            >
              {name}
            </a>
            <span>即时生成</span>
          </li>
        ))}
        {files.length === 0 &&
          forms?.map((form) => (
            <li key={form.id}>
              <a
                href={addressOf<typeof noticeOfficeCopy>('/api/areas/:areaId/notices/:noticeId/office-copy/:formId', {
                  areaId,
                  noticeId,
                  formId: form.id,
                })}
              >
                现稿，按“{form.fileName}”
              </a>
              <span>即时生成</span>
            </li>
          ))}
        <li>
          <a href={addressOf<typeof noticeFormStarter>('/api/areas/:areaId/notices/:noticeId/form-starter', { areaId, noticeId })}>
            本单位版式的样例
          </a>
          <span>可在 Word 里改</span>
        </li>
      </ul>
    </Section>
  );
}

/** The files alone, for who reads a notice and does not work on it. */
export function FileLinks(notice: NoticeFiles) {
  return (
    <Section title="下载">
      <ul className="downloads">
        <FileLines {...notice} />
      </ul>
    </Section>
  );
}

interface NoticeFiles {
  areaId: string;
  noticeId: string;
  files: NoticeWhole['files'];
}

function FileLines({ areaId, noticeId, files }: NoticeFiles) {
  const link = ({ format, formatName, fileName }: NoticeWhole['files'][number]) =>
    format === 'html' ? (
      <a
        href={addressOf<typeof noticePreview>('/api/areas/:areaId/notices/:noticeId/preview', { areaId, noticeId })}
        target="_blank"
        rel="noopener"
      >
        {formatName}（新窗口打开）
      </a>
    ) : (
      <a
        href={addressOf<typeof noticeFile>('/api/areas/:areaId/notices/:noticeId/files/:format', { areaId, noticeId, format })}
        download={fileName}
      >
        {formatName}
      </a>
    );
  return files.map((file) => (
    <li key={file.format}>
      {link(file)}
      <span>{bytes(file.bytes)}</span>
    </li>
  ));
}
