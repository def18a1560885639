import type { Level, NoticeDocument } from '../model.ts';
import { figureMap, numbered, plainText } from '../outline.ts';
import type { FieldRow, TemplateField } from './field.ts';

/** Which level a paragraph has, as a condition each, so that a template can give every level its own face. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = { 1: '一级', 2: '二级', 3: '三级', 4: '四级', 0: '无级' };
const LEVELS: readonly Level[] = [1, 2, 3, 4, 0];

/** {#正文}: the paragraphs with their numbers, as our own writers print them. */
export function bodyField(document: NoticeDocument): TemplateField {
  const figures = figureMap(document);
  const rows = numbered(document.body, document.marks).map(({ label, heading, paragraph }): FieldRow => {
    const words = plainText(paragraph.runs, figures);
    const head = `${label}${heading === null ? '' : `${heading}${words === '' ? '' : '。'}`}`;
    const levels = LEVELS.map((level) => [LEVEL_NAMES[level], level === paragraph.level] as const);
    return { 文字: `${head}${words}`, 段首: head, 内容: words, 级别: String(paragraph.level), ...Object.fromEntries(levels) };
  });
  return {
    kind: 'list',
    name: '正文',
    meaning: `正文各段，共${rows.length}段`,
    rows,
    inner: [
      { kind: 'text', name: '文字', meaning: '整段：编号、小标题和内容' },
      { kind: 'text', name: '段首', meaning: '编号和小标题' },
      { kind: 'text', name: '内容', meaning: '小标题以后的文字' },
      { kind: 'text', name: '级别', meaning: '1 至 4 为各级标题，0 为普通段落' },
      ...LEVELS.map((level) => ({
        kind: 'condition' as const,
        name: LEVEL_NAMES[level],
        meaning: level === 0 ? '普通段落时为真' : `${LEVEL_NAMES[level]}标题的段落为真`,
      })),
    ],
  };
}
