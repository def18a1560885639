import { z } from 'zod';
import { CATEGORIES } from '../../core/category.ts';
import { type Clause, EVIDENCE_MARKS, type Sheet } from '../../sheets/schema.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CheckDefinition, SubjectType } from '../define.ts';

const SUBJECTS: Record<SubjectType, string> = { site: '网站', column: '栏目', account: '政务新媒体账号' };
const CONFIDENCE = { high: '高', medium: '中', low: '低' } as const;
const NOTE = '<!-- 由 scripts/generate-checks.ts 从检查文件生成，请勿手改。 -->\n';

/** Every page of docs/checks by file name: one per check, and README.md as the list of checks and cards. */
export function checkPages(catalogue: Catalogue, sheets: readonly Sheet[]): Map<string, string> {
  const pages = new Map(catalogue.checks.map((check) => [`${check.id}.md`, checkPage(check, sheets)]));
  return pages.set('README.md', indexPage(catalogue, sheets));
}

function checkPage(check: CheckDefinition, sheets: readonly Sheet[]): string {
  const { words, page, confirm } = check;
  const basis = sheets.flatMap((sheet) =>
    sheet.clauses.filter((clause) => clause.id === check.clause).map((clause) => basisLine(clause, sheet)),
  );
  const seen =
    confirm.looks > 1 ? `至少查看${confirm.looks}次、首末相隔${confirm.hoursApart}小时才认定。` : '一次查看即可提出，认定前须人工复核。';
  return [
    NOTE,
    `# ${words.title}`,
    `检查编号 \`${check.id}\`，第 ${check.version} 版；对象：${SUBJECTS[check.subject]}。`,
    '## 为什么查',
    page.why,
    '## 依据',
    ...basis,
    '## 看什么',
    page.looksAt,
    seen,
    '## 界限',
    page.limits,
    '## 例子',
    [...page.fires.map((text) => `- 列出：${text}`), ...page.passes.map((text) => `- 不列：${text}`)].join('\n'),
    `整改：${words.remedy}`,
    `复核时注意：${words.reviewer}`,
    '## 选项',
    optionTable(check, sheets),
    '',
  ].join('\n\n');
}

function basisLine(clause: Clause, sheet: Sheet): string {
  const document = clause.document ?? sheet.name;
  const mark = clause.evidence === null ? '' : `数值出处：${EVIDENCE_MARKS[clause.evidence]}；`;
  return [`${clause.id} ${clause.title}（${document}；${mark}可信度：${CONFIDENCE[clause.confidence]}）。`, clause.notes]
    .filter(Boolean)
    .join('\n\n');
}

interface OptionSchema {
  properties?: Record<string, { default?: unknown; description?: string }>;
}

/** Options with their defaults and what each profile sets. */
function optionTable(check: CheckDefinition, sheets: readonly Sheet[]): string {
  const { properties = {} } = z.toJSONSchema(check.options, { io: 'input', unrepresentable: 'any' }) as OptionSchema;
  const rows = Object.entries(properties);
  if (rows.length === 0) return '没有选项。';
  const set = (name: string) =>
    sheets.flatMap((sheet) =>
      [...sheet.clauses, ...sheet.patches].flatMap(({ id, options }) => {
        const value = id === check.clause ? options?.[check.id]?.[name] : undefined;
        return value === undefined ? [] : [`${sheet.id}：${value}`];
      }),
    );
  return [
    '| 选项 | 含义 | 默认 | 各方案 |',
    '|---|---|---|---|',
    ...rows.map(
      ([name, { default: standard, description }]) =>
        `| \`${name}\` | ${description ?? ''} | ${standard} | ${set(name).join('；') || '—'} |`,
    ),
  ].join('\n');
}

function indexPage({ checks, cards }: Catalogue, sheets: readonly Sheet[]): string {
  const titles = new Map(sheets.flatMap((sheet) => sheet.clauses.map((clause) => [clause.id, clause.title])));
  return [
    NOTE,
    '# 检查一览',
    '## 自动检查',
    [
      '| 检查 | 对象 | 条款 |',
      '|---|---|---|',
      ...checks.map(
        ({ id, words, subject, clause }) => `| [${words.title}](${id}.md) | ${SUBJECTS[subject]} | ${clause} ${titles.get(clause)} |`,
      ),
    ].join('\n'),
    '## 人工检查卡',
    '只有人才能判断的条款：按问题查看，选择允许的回答；认定有问题的，须附佐证。',
    [
      '| 检查卡 | 条款 | 问题 | 佐证 | 归类 |',
      '|---|---|---|---|---|',
      ...cards.map(
        (card) =>
          `| ${card.title} | ${card.clauses.join('、')} | ${card.question} | ${card.proof} | ${card.category === null ? '加分' : CATEGORIES[card.category]} |`,
      ),
    ].join('\n'),
    '',
  ].join('\n\n');
}
