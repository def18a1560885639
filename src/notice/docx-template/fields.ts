import type { NoticeDocument } from '../model.ts';
import { attachmentFields, attachmentListField } from './attachment-fields.ts';
import { bodyField } from './body-fields.ts';
import type { TemplateField } from './field.ts';
import { figureFields } from './figure-fields.ts';
import { headFields } from './head-fields.ts';

/** Everything a template of an office can print of this notice. A name of the head or an attachment stands before a figure's. */
export function templateFields(document: NoticeDocument): TemplateField[] {
  const own = [...headFields(document), bodyField(document), attachmentListField(document), ...attachmentFields(document)];
  const taken = new Set(own.map(({ name }) => name));
  const fields = [...own, ...figureFields(document).filter(({ name }) => !taken.has(name))];
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

/** The same as what the template is filled with. */
export function templateData(fields: readonly TemplateField[]): Record<string, unknown> {
  const value = (field: TemplateField): unknown =>
    field.kind === 'text' ? field.value : field.kind === 'condition' ? field.holds : field.rows;
  return Object.fromEntries(fields.map((field) => [field.name, value(field)]));
}

/** Those a clerk is shown: without the names of attachments this notice has not, and each figure once, by its name. */
export function shownFields(document: NoticeDocument): TemplateField[] {
  const ids = new Set(document.figures.map(({ id }) => id));
  const fields = templateFields(document);
  const byName = new Set(fields.filter(({ name }) => !ids.has(name.replace(/数值$/, ''))).map(({ meaning }) => meaning));
  return fields.filter((field) => {
    const absent = /^有?附件(\d+)/.exec(field.name);
    if (absent) return Number(absent[1]) <= document.attachments.length;
    return !ids.has(field.name.replace(/数值$/, '')) || !byName.has(field.meaning);
  });
}
