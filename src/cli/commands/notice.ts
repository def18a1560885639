import { writeNamed } from '../../app/named-file.ts';
import { listTemplateFields } from '../../app/notices/template-fields.ts';
import { type NoticeReport, writeNotice } from '../../app/write-notice.ts';
import { isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { fieldLines } from '../field-lines.ts';
import { out, outJson, say } from '../print.ts';

export const command: Command = {
  name: 'notice',
  summary: '对一期结账并印发通报，写出 .docx .pdf .xlsx .html',
  arguments: '地区',
  count: [1, 1],
  options: {
    period: { value: '期', help: '2022-12 或 2020-Q1' },
    cutoff: { value: '日期', help: '统计截止日；不写为该期最后一天' },
    title: { value: '标题', help: '通报标题；不写按地区和期次拟定' },
    signed: { value: '日期', help: '成文日期；不写为今天' },
    template: { value: '模板', help: '通报模板；不写按本地区设置选用' },
    reason: { value: '理由', help: '数字不一致而仍要印发的理由，随通报留存' },
    'despite-objections': {
      value: '理由',
      help: '有异议没有答复而仍要印发的理由，随通报留存；所有未答复的异议都记这一条，要逐条写明的请在网页上印发',
    },
    out: { value: '目录', help: '文件写到哪里' },
    'docx-template': { value: '文件', help: '另用本单位的 Word 模板（.docx）写出一份' },
    'template-fields': { help: '列出 Word 模板可用的字段和现在的内容，不写通报' },
    'docx-starter': { value: '文件', help: '写出一份可直接使用的 Word 模板，供本单位修改' },
    public: { help: '另写一份公开版，不含联系人等个人信息' },
    draft: { help: '只生成草稿并核对数字，不印发' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha notice 郎溪县 --period 2022-12 --cutoff 2022-12-27 --out ./通报',
    'mingcha notice 郎溪县 --template-fields --docx-starter 本单位模板.docx',
  ],
  changes(input) {
    if (asksFields(input.values) || input.values.period === undefined) return null;
    daysOf(input);
    return { area: input.positionals[0] as string };
  },
  async run(input) {
    if (asksFields(input.values)) return templateHelp(input);
    const period = textOption(input, 'period');
    if (period === undefined)
      throw new MingchaError('usage', '没有写明是哪一期。', '加上 --period，例如 --period 2022-12 或 --period 2020-Q1。');
    const folder = textOption(input, 'out') ?? '.';
    const report = await writeNotice(input.config, input.positionals[0] as string, {
      period,
      ...daysOf(input),
      title: textOption(input, 'title') ?? null,
      template: textOption(input, 'template') ?? null,
      reason: textOption(input, 'reason') ?? null,
      despite: textOption(input, 'despite-objections') ?? null,
      draft: input.values.draft === true,
      publicCopy: input.values.public === true,
      officeForm: textOption(input, 'docx-template') ?? null,
      folder,
    });
    if (input.values.json) outJson(report);
    else printReport(report);
    return report.officeCopies.some(({ disagreements }) => disagreements.length > 0) ? EXIT_CODES['verdict-failed'] : undefined;
  },
};

const asksFields = (values: CommandInput['values']): boolean => values['template-fields'] === true || values['docx-starter'] !== undefined;

/** Names a Word template may use; a starter beside it where a file is named. */
async function templateHelp(input: CommandInput): Promise<undefined> {
  const only = { period: textOption(input, 'period') ?? null, template: textOption(input, 'template') ?? null };
  const { title, fields, starter } = await listTemplateFields(input.config, input.positionals[0] as string, only);
  const path = textOption(input, 'docx-starter');
  if (path !== undefined) await writeNamed(path, starter);
  if (input.values['template-fields'] && input.values.json) outJson({ title, fields });
  else if (input.values['template-fields']) for (const line of fieldLines(title, fields)) out(line);
  if (path !== undefined) say(`已写出 ${path}`);
  return undefined;
}

const daysOf = (input: CommandInput) => ({ cutoff: dayOption(input, 'cutoff'), signed: dayOption(input, 'signed') });

function dayOption(input: CommandInput, name: string): string | null {
  const value = textOption(input, name);
  if (value !== undefined && !isCalendarDate(value))
    throw new MingchaError('usage', `--${name} 的值“${value}”不是日期。`, '请写成 2022-12-27 的形式。');
  return value ?? null;
}

function printReport(report: NoticeReport): void {
  out(`《${report.title}》${report.issued ? `已印发（第 ${report.version} 版）` : '草稿已生成'}。`);
  for (const { base, passing, rate, name } of report.rates)
    out(
      `  ${name}：纳入统计 ${base}，${rate !== null ? `合格 ${passing}，合格率 ${rate}%` : base > 0 ? '均未能认定，不计算合格率' : '合格率 —'}`,
    );
  for (const { severity, message } of report.disagreements) out(`  ${severity === 'warns' ? '提示' : '不一致'}：${message}`);
  for (const path of Object.values(report.files)) out(`  ${path}`);
  for (const { path, leftOut, disagreements } of report.officeCopies) {
    out(`  ${path}`);
    if (leftOut.length > 0) out(`    提示：本单位模板没有用到${leftOut.join('、')}，这份文件里没有这些内容`);
    for (const { quote, recomputed } of disagreements)
      out(`    不一致：${quote}，按这份文件自己的表格和文字应为 ${recomputed ?? '—'}；如是模板里手写的数字，请改用字段`);
  }
}
