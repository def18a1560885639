import { collectGarbageAt, type GarbageReport } from '../../app/evidence/collect-garbage.ts';
import { exportProblemAt } from '../../app/evidence/export-problem.ts';
import { chineseDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { out, outJson } from '../print.ts';

export const command: Command = {
  name: 'evidence',
  summary: '证据的清理（gc）与导出（export）',
  arguments: 'gc | export 问题编号',
  count: [1, 2],
  options: {
    'dry-run': { help: 'gc：只统计可清理多少，不作任何改动' },
    expired: { help: 'gc：连同考核年度和次年都已过去、已经办结的问题的证据一并清理；不加时一律保留' },
    out: { value: '文件', help: 'export：写到哪个 .warc.gz 文件' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: ['mingcha evidence gc --dry-run', 'mingcha evidence export problem_0123456789abcdef0123 --out 证据.warc.gz'],
  changes: (input) => (problemOf(input) === null && !input.values['dry-run'] ? { area: null } : null),
  async run(input) {
    const problem = problemOf(input);
    return problem === null ? clear(input) : write(input, problem);
  },
};

/** The problem whose evidence is exported; null: what nobody needs is cleared. */
function problemOf({ positionals: [action, problem] }: CommandInput): string | null {
  if (action === 'gc' && problem === undefined) return null;
  if (action === 'export' && problem !== undefined) return problem;
  throw new MingchaError(
    'usage',
    '“mingcha evidence”的参数写法不对。',
    '清理写作 mingcha evidence gc [--dry-run]，导出写作 mingcha evidence export 问题编号 --out 文件.warc.gz。',
  );
}

async function clear({ config, values }: CommandInput): Promise<undefined> {
  // Its marks are temporary tables, which the server takes for a change, in a trial too.
  const report = await collectGarbageAt(
    { ...config, readOnly: false },
    { dryRun: values['dry-run'] === true, expired: values.expired === true },
  );
  if (values.json) outJson(report);
  else printClearing(report);
}

async function write(input: CommandInput, problem: string): Promise<undefined> {
  const file = textOption(input, 'out');
  if (file === undefined) throw new MingchaError('usage', '没有写明导出到哪个文件。', '加上 --out，例如 --out 证据.warc.gz。');
  const report = await exportProblemAt(input.config, problem, file);
  if (input.values.json) outJson(report);
  else {
    out(`已导出：${report.file}（${sizeOf(report.bytes)}，${report.facts} 条证据，其中 ${report.pages} 条有留存原文）。`);
    if (report.missing.length > 0) out(`  另有 ${report.missing.length} 条证据已不在库中，编号列在文件内。`);
  }
}

function printClearing({ dryRun, areas, facts, files }: GarbageReport): void {
  const done = dryRun ? '可清理' : '已清理';
  out(dryRun ? '仅统计，没有作任何改动。' : '证据清理完成。');
  for (const { area, judgedAgainFrom, thinned } of areas) {
    const since = judgedAgainFrom === null ? '全部日期均须可复算，不精简' : `${chineseDate(judgedAgainFrom)}起每一天仍可复算`;
    out(`  ${area}：${done}查看记录 ${thinned} 条；${since}。`);
  }
  out(`  查看记录：原有 ${facts.before} 条，${done} ${facts.removed} 条。`);
  out(
    `  证据原件：原有 ${files.files} 个（${sizeOf(files.bytes)}），${done} ${files.removed} 个，${dryRun ? '可' : '已'}释放 ${sizeOf(files.freed)}。`,
  );
  if (files.spared > 0) out(`  另有 ${files.spared} 个原件暂无引用，因留存不满一天暂不清理。`);
  if (files.broughtBack > 0) out(`  ${files.broughtBack} 个原件在清理过程中又被引用，已放回。`);
  if (files.unfinished > 0) out(`  另${done}写到一半就中断的文件 ${files.unfinished} 个。`);
}

/** Bytes as a person reads them, in binary units. */
function sizeOf(bytes: number): string {
  const units = ['字节', 'KB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}
