import type { RunReport } from '../../app/run-area.ts';
import { rejudgeArea, runArea } from '../../app/run-area.ts';
import { stockOfArea } from '../../app/stock-area.ts';
import { sweepArea } from '../../app/sweep-area.ts';
import { isCalendarDate } from '../../core/date.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson } from '../print.ts';
import { startProgress } from '../progress.ts';
import { stopSignal } from '../stop-signal.ts';

export const command: Command = {
  name: 'run',
  summary: '监测一个地区：查看、留证、判定、记入台账；或用留存证据复算',
  arguments: '地区',
  count: [1, 1],
  options: {
    at: { value: '日期', help: '监测日，如 2026-11-20；不写为今天。已过去的日期只能复算' },
    rejudge: { help: '不再查看网站，用留存的证据重新判定，与原判定逐字节比较' },
    sweep: { help: '全站巡查：读所有网站的每一页、看每一个链接，立即开始，不等夜间时段' },
    stock: { help: '用现在的词表把留存的页面重新校对一遍，不访问网站；可以随时中断，再运行时接着做' },
    confirm: { help: '以办公室名义确认本次全部发现（人工复核）' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha run 郎溪县',
    'mingcha run 郎溪县 --sweep',
    'mingcha run 郎溪县 --stock',
    'mingcha run 郎溪县 --at 2022-12-27 --rejudge',
  ],
  changes(input) {
    checkWords(input);
    return input.values.rejudge ? null : { area: input.positionals[0] as string };
  },
  async run(input) {
    const area = input.positionals[0] as string;
    const at = textOption(input, 'at');
    if (input.values.rejudge) {
      const again = await rejudgeArea(input.config, area, at ?? null);
      if (input.values.json) outJson(again);
      else
        out(
          again.same
            ? `${again.day} 复算结果与原判定完全一致（${again.again.observations} 条记录，摘要 ${again.again.digest.slice(0, 16)}）。`
            : `${again.day} 复算结果与原判定不一致。原依据 ${again.kept.sheet}，现依据 ${again.again.sheet}。`,
        );
      return again.same ? EXIT_CODES.ok : EXIT_CODES['verdict-failed'];
    }
    if (input.values.sweep) return sweep(input, area);
    if (input.values.stock) return stock(input, area);
    const signal = stopSignal();
    const progress = startProgress('监测');
    const report = await runArea(input.config, area, {
      at: at ?? null,
      confirm: input.values.confirm === true,
      onStep: ({ channels, looks }) => progress.update(channels.done, channels.total, `已看 ${looks} 个地址`),
      signal,
    })
      .catch((cause: unknown) => {
        if (!signal.aborted) throw cause;
        throw new MingchaError('interrupted', '监测被中断，已看过的内容都已保存。', '重新运行同一条命令，从中断处继续。', { cause });
      })
      .finally(() => progress.end());
    if (input.values.json) outJson(report);
    else printReport(report);
    return undefined;
  },
};

/** Throws 'usage' for words that are wrong or do not go together. */
function checkWords({ values }: CommandInput): void {
  const { at, confirm, rejudge, sweep: sweeps, stock: stocks } = values;
  if (typeof at === 'string' && !isCalendarDate(at))
    throw new MingchaError('usage', `--at 的值“${at}”不是日期。`, '请写成 2022-12-27 的形式。');
  if ([rejudge, sweeps, stocks].filter(Boolean).length > 1)
    throw new MingchaError('usage', '--rejudge、--sweep、--stock 一次只能写一个。', '请分几次运行。');
  const isDated = at !== undefined || confirm === true;
  if (sweeps && isDated)
    throw new MingchaError('usage', '--sweep 不能与 --at、--confirm 同用。', '巡查总是从现在开始；结果由当日监测判定后再确认。');
  if (stocks && isDated)
    throw new MingchaError('usage', '--stock 不能与 --at、--confirm 同用。', '存量按今天的词表校对；结果在网页“错情复核”中处理。');
}

async function sweep(input: CommandInput, area: string): Promise<undefined> {
  const signal = stopSignal();
  const progress = startProgress('巡查');
  const report = await sweepArea(input.config, area, {
    onStep: ({ channels, looks }) => progress.update(channels.done, channels.total, `已看 ${looks} 个地址`),
    signal,
  })
    .catch((cause: unknown) => {
      if (!signal.aborted) throw cause;
      throw new MingchaError('interrupted', '巡查被中断，已看过的内容都已保存。', '重新运行同一条命令，从中断处继续。', { cause });
    })
    .finally(() => progress.end());
  if (input.values.json) outJson(report);
  else {
    out(`${report.area} ${report.day} 全站巡查完成：${report.sites} 个网站，${report.pages} 个页面，${report.addresses} 个地址。`);
    out(`  没有打开的地址 ${report.failed} 个，以后几天的监测会逐日复看；确认不可用的由判定列出。`);
    if (report.unfinished > 0) out(`  没有看完的网站 ${report.unfinished} 个（达到上限或者网站接连没有响应）。`);
  }
  return undefined;
}

async function stock(input: CommandInput, area: string): Promise<undefined> {
  const signal = stopSignal();
  const progress = startProgress('校对存量');
  const report = await stockOfArea(input.config, area, { onStep: ({ done, total }) => progress.update(done, total, ''), signal }).finally(
    () => progress.end(),
  );
  if (!report.finished && signal.aborted)
    throw new MingchaError('interrupted', `校对被中断，已读 ${report.pages} 页，结果都已保存。`, '重新运行同一条命令，从中断处继续。');
  if (input.values.json) outJson(report);
  else {
    const none = `${report.area} 的留存页面都已按现在的词表看过，没有要重看的。`;
    out(
      report.pages === 0
        ? none
        : `${report.area} 存量校对完成：本次读了 ${report.sites} 个网站的 ${report.pages} 个页面，${report.characters} 字。`,
    );
    out(
      `  疑似错误 ${report.findings} 处，待复核 ${report.open} 条${report.urgent > 0 ? `，其中一级 ${report.urgent} 条，请立即查看` : ''}。在网页“错情复核”中处理。`,
    );
  }
  return undefined;
}

function printReport(report: RunReport): void {
  out(
    `${report.area} ${report.day} 监测完成：${report.channels} 个网站和账号，${report.observations} 条检查记录（摘要 ${report.digest.slice(0, 16)}）。`,
  );
  out(
    `  通过 ${report.verdicts.pass}，不通过 ${report.verdicts.fail}，不适用 ${report.verdicts['not-applicable']}，待人工判断 ${report.verdicts['cannot-tell']}，未检查 ${report.verdicts['not-run']}`,
  );
  for (const { reason, count } of report.notRun) out(`    未检查或待判断：${reason} ${count} 条`);
  out(
    `  台账：新发现 ${report.ledger.opened}，仍存在 ${report.ledger.continued}，复核已整改 ${report.ledger.fixed}，提醒 ${report.ledger.warnings}${report.confirmed === null ? '' : `，已确认 ${report.confirmed}`}`,
  );
  for (const { site, column, name, next } of report.alarms) out(`  读取告警：${site}“${column}”${name}。${next}`);
  if (report.confirmed === null && report.ledger.opened > 0)
    out('  新发现需经人工复核才会计入通报：在网页“人工复核”中办理，或加 --confirm 一并确认。');
}
