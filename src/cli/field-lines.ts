import type { TemplateFieldList } from '../app/notices/template-fields.ts';
import { pad } from './help.ts';

type TemplateField = TemplateFieldList['fields'][number];

const VALUE_LETTERS = 40;
const NAME_COLUMNS = 34;

/** Names of a Word template as a table: what to write, what it is, what it prints now; names inside a loop below it. */
export function fieldLines(title: string, fields: readonly TemplateField[]): string[] {
  return [
    `Word 模板可用的字段（内容取自《${title}》）：`,
    line('写法', '现在的内容', '含义'),
    ...fields.flatMap((field) => [
      line(...cellsOf(field)),
      ...(field.kind === 'list' ? field.inner.map((one) => line(...innerCells(field, one))) : []),
    ]),
    '',
    '表格要按行重复时，{#附件1} 写在该行第一格，{/附件1} 写在同一行最后一格；{^有附件2}…{/有附件2} 在没有时才显示。',
  ];
}

function cellsOf(field: TemplateField): [string, string, string] {
  if (field.kind === 'text') return [`{${field.name}}`, field.value || '（空）', field.meaning];
  const now = field.kind === 'list' ? `${field.rows.length}项` : field.holds ? '是' : '否';
  return [`{#${field.name}}…{/${field.name}}`, now, field.meaning];
}

function innerCells(
  list: Extract<TemplateField, { kind: 'list' }>,
  { name, kind, meaning }: (typeof list.inner)[number],
): [string, string, string] {
  const value = list.rows[0]?.[name];
  const now = typeof value === 'string' ? value || '（空）' : value ? '是' : '否';
  return [kind === 'text' ? `  {${name}}` : `  {#${name}}…{/${name}}`, `首项：${now}`, meaning];
}

function line(name: string, now: string, meaning: string): string {
  const short = now.replace(/\s+/gu, ' ');
  return `  ${pad(name, NAME_COLUMNS)}${pad(short.length > VALUE_LETTERS ? `${short.slice(0, VALUE_LETTERS)}…` : short, VALUE_LETTERS)}${meaning}`;
}
