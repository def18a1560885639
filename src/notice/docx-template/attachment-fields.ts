import type { Attachment, NoticeDocument } from '../model.ts';
import { attachmentMark, figureMap, noteText } from '../outline.ts';
import { cellText, type TableColumn } from '../table.ts';
import { condition, fieldName, type TemplateField, text } from './field.ts';

/** Attachments a template may name. In a month that has fewer, the names of the rest are known and print nothing. */
export const MOST_ATTACHMENTS = 20;

/** {#附件说明}: the titles listed under the text, 附件： before the first. */
export function attachmentListField({ attachmentList: titles }: NoticeDocument): TemplateField {
  return {
    kind: 'list',
    name: '附件说明',
    meaning: `正文后的附件名称，共${titles.length}个`,
    rows: titles.map((title, i) => ({ 标记: i === 0 ? '附件：' : '', 序号: titles.length > 1 ? `${i + 1}.` : '', 名称: title })),
    inner: [
      { kind: 'text', name: '标记', meaning: '第一个附件前为“附件：”，其余为空' },
      { kind: 'text', name: '序号', meaning: '“1.”；只有一个附件时为空' },
      { kind: 'text', name: '名称', meaning: '附件名称' },
    ],
  };
}

/** Names of every attachment there may be: {附件1标题}, {#附件1} … {/附件1} with the titles of its columns inside. */
export function attachmentFields(document: NoticeDocument): TemplateField[] {
  return Array.from({ length: Math.max(MOST_ATTACHMENTS, document.attachments.length) }, (_, i) => i).flatMap((i) => {
    const attachment = document.attachments[i];
    return fieldsOf(`附件${i + 1}`, attachment, i, document);
  });
}

/** Name of each column inside its loop: the upper head before the title, a number behind one that comes again. */
export function columnNames(columns: readonly TableColumn[]): string[] {
  const names: string[] = [];
  for (const { group, title } of columns) {
    const name = fieldName(`${group ?? ''}${title}`);
    const again = names.filter((known) => known === name || known.replace(/\d+$/, '') === name).length;
    names.push(again === 0 ? name : `${name}${again + 1}`);
  }
  return names;
}

function fieldsOf(name: string, attachment: Attachment | undefined, index: number, document: NoticeDocument): TemplateField[] {
  const table = attachment?.table;
  const names = columnNames(table?.columns ?? []);
  const note = table?.notes ? noteText(table.notes, figureMap(document)) : '';
  const rows = table?.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, i) => [names[i] as string, cellText(table, row, column.key)])),
  );
  return [
    condition(`有${name}`, `本期有${name}时为真`, attachment !== undefined),
    text(`${name}标记`, '附件页左上角的字', attachment ? attachmentMark(index, document.attachments.length) : ''),
    text(`${name}标题`, '表格上方的标题', attachment?.title ?? ''),
    text(`${name}备注`, '表格下方的说明', note),
    {
      kind: 'list',
      name,
      meaning: attachment ? `${attachment.title}，共${rows?.length ?? 0}行` : '本期没有',
      rows: rows ?? [],
      inner: names.map((column) => ({ kind: 'text', name: column, meaning: '列' })),
    },
  ];
}
