import type { noticeFile } from '../../../src/contract/endpoints/notice-file.ts';
import type { noticePreview } from '../../../src/contract/endpoints/notice-preview.ts';
import { addressOf } from '../../api.ts';
import { bytes } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { NoticeWhole } from './notice-text.tsx';

/** The written files, kept whole as they were made. The web form is looked at, without scripts; the others are saved. */
export function Downloads({ areaId, noticeId, files }: { areaId: string; noticeId: string; files: NoticeWhole['files'] }) {
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
  return (
    <Section title="下载">
      {files.length === 0 && <p className="section-foot">没有随这份通报保存的文件。</p>}
      <ul className="downloads">
        {files.map((file) => (
          <li key={file.format}>
            {link(file)}
            <span>{bytes(file.bytes)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
