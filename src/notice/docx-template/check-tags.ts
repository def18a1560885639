import type { DXT } from 'docxtemplater';
import { type InputFault, MingchaError } from '../../core/error.ts';
import type { TemplateField } from './field.ts';
import type { OpenTemplate } from './open-template.ts';

type Known = Pick<TemplateField, 'name' | 'kind'>;
const SUGGESTED = 3;
/** What input methods type in place of half-width signs. */
const WIDE = /｛\s*([^｛｝{}]{1,40}?)\s*｝/gu;

/**
 * Refuses a template that asks for a name that is not known where it stands, or uses one as what it is not: it would print
 * "undefined", or nothing where a figure was wanted. Answers the names it uses. Throws 'bad-input', one fault per tag.
 */
export function checkTags({ fill, tags }: OpenTemplate, name: string, fields: readonly TemplateField[]): Set<string> {
  const used = new Set<string>();
  const faults = new Map<string, string>();
  const lists = new Map(fields.flatMap((field) => (field.kind === 'list' ? [[field.name, field] as const] : [])));
  for (const parts of tags.byFile.values()) walk(parts, new Map(fields.map((field) => [field.name, field])));
  for (const file of tags.byFile.keys())
    for (const [typed, inside = ''] of fill.getFullText(file).matchAll(WIDE))
      if (isMeant(inside, fields)) faults.set(typed, `花括号应为半角：{${inside.normalize('NFKC')}}。`);
  if (faults.size === 0) return used;
  const places: InputFault[] = [...faults].map(([field, message]) => ({ field, message }));
  throw new MingchaError(
    'bad-input',
    `模板“${name}”有 ${places.length} 处字段写法不对。`,
    '请对照 mingcha notice 地区 --template-fields 列出的名称改正。',
    { faults: places },
  );

  function walk(parts: readonly DXT.Part[], known: ReadonlyMap<string, Known>): void {
    for (const part of parts.filter(({ type }) => type === 'placeholder')) {
      const fault = faultOf(part, known);
      if (fault) faults.set(tagOf(part), fault);
      else if (part.value !== '.') used.add(part.value);
      const list = part.inverted || known.get(part.value)?.kind !== 'list' ? undefined : lists.get(part.value);
      // Columns of an attachment this notice has not cannot be told; nothing of it is printed either.
      if (fault || (list && list.inner.length === 0)) continue;
      walk(part.subparsed ?? [], list ? new Map([...known, ...list.inner.map((one) => [one.name, one] as const)]) : known);
    }
  }
}

const tagOf = ({ module, value, inverted }: DXT.Part): string =>
  `{${module === 'loop' ? (inverted ? '^' : '#') : module === 'rawxml' ? '@' : ''}${value}}`;

function faultOf({ module, value }: DXT.Part, known: ReadonlyMap<string, Known>): string | null {
  const field = known.get(value);
  if (!field) return unknown(value, [...known.values()]);
  if (module === 'rawxml') return `请去掉 @，写成 {${value}}。`;
  if (module === 'loop') return null;
  if (field.kind === 'text') return null;
  const inside = field.kind === 'list' ? '…' : '要显示的内容';
  return `要成对写：{#${value}}${inside}{/${value}}。`;
}

function unknown(value: string, known: readonly Known[]): string {
  const plain = value.normalize('NFKC').replace(/\s/gu, '');
  const same = known.find(({ name }) => name === plain.replace(/^[#/^]/, ''));
  if (same) return `应写成半角、不留空格：{${plain}}。`;
  const near = known.filter(({ name }) => name.includes(plain) || plain.includes(name)).slice(0, SUGGESTED);
  return near.length === 0 ? '没有这个字段。' : `没有这个字段，是否应为${near.map(({ name }) => `{${name}}`).join('、')}？`;
}

function isMeant(inside: string, fields: readonly TemplateField[]): boolean {
  const name = inside.normalize('NFKC').replace(/^[#/^]/, '');
  return fields.some((field) => field.name === name || (field.kind === 'list' && field.inner.some((one) => one.name === name)));
}
