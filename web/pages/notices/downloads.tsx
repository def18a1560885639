import type { noticeFile } from '../../../src/contract/endpoints/notice-file.ts';
import { addressOf } from '../../api.ts';
import { bytes } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import type { NoticeWhole } from './notice-text.tsx';

/** The written files, kept whole as they were made. */
export function Downloads({ areaId, noticeId, files }: { areaId: string; noticeId: string; files: NoticeWhole['files'] }) {
  return (
    <Section title="下载">
      {files.length === 0 && <p className="section-foot">没有随这份通报保存的文件。</p>}
      <ul className="downloads">
        {files.map(({ format, formatName, fileName, bytes: size }) => (
          <li key={format}>
            <a
              href={addressOf<typeof noticeFile>('/api/areas/:areaId/notices/:noticeId/files/:format', { areaId, noticeId, format })}
              download={fileName}
            >
              {formatName}
            </a>
            <span>{bytes(size)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
