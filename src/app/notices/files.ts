import { MingchaError } from '../../core/error.ts';
import { writeDocx } from '../../notice/docx/write-docx.ts';
import { writeHtml } from '../../notice/html/write-html.ts';
import { loadTemplates } from '../../notice/load-templates.ts';
import type { NoticeDocument } from '../../notice/model.ts';
import { writePdf } from '../../notice/pdf/write-pdf.ts';
import type { Snapshot } from '../../notice/snapshot.ts';
import { writeXlsx } from '../../notice/xlsx/write-xlsx.ts';

/** Forms a notice is written in; the attachments alone as .xlsx. */
export const NOTICE_FORMATS = ['docx', 'pdf', 'xlsx', 'html'] as const;
export type NoticeFormat = (typeof NOTICE_FORMATS)[number];

/** The document a template makes of a snapshot. Throws 'not-found' with the templates there are. */
export async function documentOf(templateId: string, snapshot: Snapshot): Promise<NoticeDocument> {
  const templates = await loadTemplates();
  const template = templates.get(templateId);
  if (template) return template.build(snapshot);
  const names = [...templates.values()].map((known) => `${known.id}（${known.name}）`).join('、');
  throw new MingchaError('not-found', `没有编号为“${templateId}”的通报模板。`, `可用的模板：${names}。`);
}

/** Refuses a template that is not made for the kind of period ('bad-input', naming those that are). */
export async function requireFitting(templateId: string, kind: Snapshot['period']['kind']): Promise<void> {
  const templates = await loadTemplates();
  if (templates.get(templateId)?.periods.includes(kind)) return;
  const fitting = [...templates.values()].filter((template) => template.periods.includes(kind));
  const names = fitting.map((known) => `${known.id}（${known.name}）`).join('、');
  throw new MingchaError(
    'bad-input',
    `“${templateId}”不是${kind === 'month' ? '月度' : '季度'}可用的通报模板。`,
    `可用的模板：${names}；用 --template 指定，或在设置“通报模板”中改。`,
  );
}

/** The notice in every form, from one document. */
export async function writeForms(document: NoticeDocument): Promise<Record<NoticeFormat, Uint8Array>> {
  return {
    docx: await writeDocx(document),
    pdf: writePdf(document),
    xlsx: await writeXlsx(document),
    html: new TextEncoder().encode(writeHtml(document)),
  };
}
