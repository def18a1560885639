import { basename, join } from 'node:path';
import { browserFolder } from '../../app/config.ts';
import { lookAtUrl } from '../../app/look/look-at-url.ts';
import { reportCsv } from '../../app/look/report/csv.ts';
import { reportHtml } from '../../app/look/report/html.ts';
import type { LookReport } from '../../app/look/report/report.ts';
import { summaryLines } from '../../app/look/report/summary.ts';
import { siteAddress } from '../../app/look/request.ts';
import { readNamed, writeNamed } from '../../app/named-file.ts';
import { type Command, type CommandInput, textOption, wholeOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson, say } from '../print.ts';
import { startProgress } from '../progress.ts';

export const command: Command = {
  name: 'look',
  summary: '把一个网站从头到尾看一遍：链接、图片、附件、栏目更新、网站标识（不需要数据库）',
  arguments: '网址',
  count: [1, 1],
  options: {
    sheet: { value: '方案', help: '按哪个检查方案判断；不写为 national（全国统一指标）' },
    columns: { value: '文件', help: '栏目清单（.xlsx .csv .json）：栏目路径、栏目地址、更新时限' },
    'max-pages': { value: '页数', help: '最多打开几个本站页面；不写为 500，本机上的网站不限' },
    concurrency: { value: '个数', help: '同时查看几个地址；不写为 4，本机上的网站为 16' },
    pace: { value: '毫秒', help: '对本站两次访问至少相隔多久；不写为 500，本机上的网站可以为 0' },
    html: { value: '文件', help: '写出一份可打印的网页报告' },
    csv: { value: '文件', help: '写出问题清单（.csv，可用 Excel、WPS 打开）' },
    evidence: { value: '目录', help: '证据原件放在哪里；不写为数据目录下的 look/网站/时间' },
    'no-evidence': { help: '不留存证据原件' },
    'no-browser': { help: '不用浏览器：由脚本生成的栏目列表读不到，也不截图' },
    json: { help: '以 JSON 输出结果' },
  },
  examples: [
    'mingcha look https://www.example.gov.cn/ --html 报告.html',
    'mingcha look https://www.example.gov.cn/ --columns 栏目.xlsx --sheet langxi --csv 问题.csv',
    'MINGCHA_ALLOW_NETWORKS=127.0.0.0/8 mingcha look http://127.0.0.1:8080/ --pace 0 --json',
  ],
  changes: () => null,
  async run(input) {
    const stop = new AbortController();
    const interrupt = (): void => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const progress = startProgress('查看');
    const pictures = new Map<string, Uint8Array>();
    let report: LookReport;
    try {
      report = await lookAtUrl(input.config, await requestOf(input), {
        signal: stop.signal,
        onPicture: (hash, bytes) => pictures.set(hash, bytes),
        onAbsentBrowser: (error) => say(`提示：${error.message}${error.next}`),
        onStep: ({ done, seen, pages }) => progress.update(done, seen, `已读 ${pages} 个页面`),
      });
    } finally {
      progress.end();
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    }
    const html = textOption(input, 'html');
    const csv = textOption(input, 'csv');
    if (html !== undefined) await writeNamed(html, reportHtml(report, pictures));
    if (csv !== undefined) await writeNamed(csv, reportCsv(report));
    if (input.values.json) outJson(report);
    else
      for (const line of summaryLines(
        report,
        [html, csv].filter((path) => path !== undefined),
      ))
        out(line);
    return exitCode(report);
  },
};

/** 1 = something is wrong; what could not be looked at is never a success. */
function exitCode({ verdict, stopped }: LookReport): number {
  if (stopped === 'interrupted') return EXIT_CODES.interrupted;
  if (verdict === 'fail') return EXIT_CODES['verdict-failed'];
  return verdict === 'pass' ? EXIT_CODES.ok : EXIT_CODES.unavailable;
}

async function requestOf(input: CommandInput) {
  const url = input.positionals[0] as string;
  const columns = textOption(input, 'columns');
  return {
    url,
    sheet: textOption(input, 'sheet') ?? 'national',
    columnsFile: columns === undefined ? null : { name: basename(columns), bytes: await readNamed(columns) },
    maxPages: wholeOption(input, 'max-pages'),
    concurrency: wholeOption(input, 'concurrency'),
    paceMs: wholeOption(input, 'pace'),
    ...(input.values['no-browser'] === true || !input.config.browser ? {} : { browserFolder: browserFolder(input.config) }),
    evidenceFolder: input.values['no-evidence'] === true ? null : (textOption(input, 'evidence') ?? evidenceFolder(input, url)),
  };
}

function evidenceFolder(input: CommandInput, url: string): string {
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  return join(input.config.home, 'look', siteAddress(url).host.replace(/[^\w.-]/g, '_'), moment);
}
