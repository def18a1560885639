import type { NoticeDocument } from '../model.ts';
import { stampZip } from '../zip-stamp.ts';
import { checkTags } from './check-tags.ts';
import { templateData, templateFields } from './fields.ts';
import { openTemplate } from './open-template.ts';
import { templateErrors } from './template-errors.ts';

export interface FilledTemplate {
  bytes: Uint8Array;
  /** Parts of the notice the template does not print: the title, the text, an attachment. Told, since silence would lose them. */
  leftOut: readonly string[];
}

/**
 * An office's own .docx filled from the same document as our own forms. The same template and document give the same bytes.
 * Throws 'bad-input' with a fault for each tag that is wrong.
 */
export function fillTemplate(template: Uint8Array, name: string, document: NoticeDocument): FilledTemplate {
  const fields = templateFields(document);
  const open = openTemplate(template, name);
  const used = checkTags(open, name, fields);
  try {
    open.fill.render(templateData(fields));
  } catch (error) {
    throw templateErrors(error, name);
  }
  return { bytes: stampZip(open.fill.toUint8Array({ compression: 'DEFLATE' })), leftOut: leftOut(document, used) };
}

function leftOut(document: NoticeDocument, used: ReadonlySet<string>): string[] {
  return [
    ...(used.has('标题') || used.has('标题分行') ? [] : ['标题']),
    ...(used.has('正文') ? [] : ['正文']),
    ...document.attachments.flatMap(({ title }, i) => (used.has(`附件${i + 1}`) ? [] : [`附件${i + 1}《${title}》`])),
  ];
}
