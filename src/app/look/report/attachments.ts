import { ATTACHMENT_TYPES, type AttachmentType, READING_OUTCOMES, type ReadingOutcome } from '../../../evidence/attachment.ts';
import type { FactData } from '../../../evidence/facts.ts';
import { escapeHtml as esc } from '../../../notice/html/escape.ts';

/** A document that opened and could not be read, or is not what its name says. Told, never a failed verdict. */
export interface ReportedAttachment {
  url: string;
  type: AttachmentType;
  named: AttachmentType | null;
  bytes: number;
  reading: ReadingOutcome;
  foundOn: { url: string; text: string }[];
}

/** Documents (附件) of the site that opened. */
export interface ReportedAttachments {
  opened: number;
  /** Those of the first that were fetched and looked into. */
  looked: number;
  byType: { type: AttachmentType; count: number; bytes: number }[];
  remarks: ReportedAttachment[];
}

/** What a reader of the site stumbles over; a scan or an archive of a kind we cannot unpack is our limit and no remark. */
const REMARKED: readonly ReadingOutcome[] = ['encrypted', 'damaged', 'empty', 'not-what-it-says'];

/** Documents of a site by type, and those that deserve a remark. `opened`: how many were opened in all. */
export function attachmentsOf(opened: number, documents: readonly FactData<'attachment'>[]): ReportedAttachments {
  const types = new Map<AttachmentType, { count: number; bytes: number }>();
  for (const { type, bytes } of documents) {
    const sum = types.get(type) ?? { count: 0, bytes: 0 };
    types.set(type, { count: sum.count + 1, bytes: sum.bytes + bytes });
  }
  const remarks = documents.filter(({ reading, asNamed }) => REMARKED.includes(reading) || !asNamed);
  return {
    opened,
    looked: documents.length,
    byType: [...types].map(([type, sum]) => ({ type, ...sum })).sort((a, b) => b.count - a.count),
    remarks: remarks.map(({ url, type, named, bytes, reading, foundOn }) => ({
      url,
      type,
      named,
      bytes,
      reading,
      foundOn: foundOn.map((page) => ({ url: page.url, text: page.text })),
    })),
  };
}

/** What is to be said of a document, in the words of the report. */
export function remarkWords({ type, named, reading }: ReportedAttachment): string {
  if (named !== null && reading !== 'encrypted' && reading !== 'damaged' && reading !== 'empty') {
    return `名称是${ATTACHMENT_TYPES[named]}，内容却是${ATTACHMENT_TYPES[type]}`;
  }
  return READING_OUTCOMES[reading];
}

const kilobytes = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1_024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Lines for a terminal; none where the site has no documents. */
export function attachmentLines({ opened, looked, byType, remarks }: ReportedAttachments): string[] {
  if (opened === 0) return [];
  const types = byType.map(({ type, count }) => `${ATTACHMENT_TYPES[type]} ${count} 个`).join('，');
  return [
    '',
    `附件：能打开的 ${opened} 个，看了内容的 ${looked} 个${types === '' ? '' : `（${types}）`}。`,
    ...remarks.slice(0, 10).map((remark) => `  ${remarkWords(remark)}：${remark.url}`),
    ...(remarks.length > 10 ? [`  ……另有 ${remarks.length - 10} 个需要留意`] : []),
  ];
}

/** The documents as a section of the page. */
export function attachmentsHtml({ opened, looked, byType, remarks }: ReportedAttachments): string {
  if (opened === 0) return '';
  const types = byType.map(
    ({ type, count, bytes }) => `<tr><th>${ATTACHMENT_TYPES[type]}</th><td>${count} 个，共 ${kilobytes(bytes)}</td></tr>`,
  );
  const rows = remarks.map((remark) => {
    const places = remark.foundOn.map(({ url, text }) => `<li><a href="${esc(url)}">${esc(text || url)}</a></li>`).join('');
    return `<tr><td data-label="附件"><a href="${esc(remark.url)}">${esc(remark.url)}</a></td><td data-label="情况">${esc(remarkWords(remark))}</td><td data-label="所在页面"><ul>${places}</ul></td></tr>`;
  });
  const table =
    rows.length === 0
      ? ''
      : `<p>以下附件能够下载，但读者可能打不开，请核对：</p><table><thead><tr><th>附件</th><th>情况</th><th>所在页面</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return `<section><h2>附件</h2><p class="small">能打开的 ${opened} 个，看了内容的 ${looked} 个，不计入检查结果。</p><table class="pairs"><tbody>${types.join('')}</tbody></table>${table}</section>`;
}
