import { attachmentLines } from './attachments.ts';
import { conditionLines } from './condition.ts';
import type { LookReport, ReportedAddress } from './report.ts';
import { viewRemarks } from './views.ts';
import { byReason, LOOK_VERDICTS, notRunReason, RELATION_NAMES, reasonWords, scopeLines } from './words.ts';

/** Addresses named on the terminal; the files hold all of them. */
const SHOWN = 10;

/** The report as a few calm lines for a terminal. `files`: paths of the reports that were written. */
export function summaryLines(report: LookReport, files: readonly string[] = []): string[] {
  const { links, images, findings, columns } = report;
  const problems = findings.filter(({ level }) => level === 'problem');
  const reminders = findings.filter(({ level }) => level !== 'problem');
  return [
    `${report.title ?? ''} ${report.site}`.trim(),
    `结果：${LOOK_VERDICTS[report.verdict]}${report.reason === null ? '' : `（${report.reason}）`}`,
    `读了 ${report.pages} 个页面，查了 ${links.checked} 个地址（其中图片 ${images.checked} 个），用时 ${report.seconds} 秒，内存最高 ${report.peakMb} MB。`,
    ...(links.dead.length === 0 ? ['没有发现打不开的地址。'] : ['', `打不开的地址 ${links.dead.length} 个：`, ...deadLines(links.dead)]),
    ...listed(
      '其他问题',
      problems.map(({ text }) => text),
    ),
    ...listed(
      '提醒',
      reminders.map(({ text }) => text),
    ),
    ...(columns.length === 0
      ? []
      : [`栏目：共 ${columns.length} 个，通过 ${columns.filter(({ verdict }) => verdict === 'pass').length} 个。`]),
    ...condition(report),
    ...attachmentLines(report.attachments),
    ...viewRemarks(report),
    ...notRunLines(links.notRun),
    '',
    ...scopeLines(report),
    ...files.map((path) => `报告：${path}`),
    ...(report.evidence === null ? [] : [`证据：${report.evidence}`]),
  ];
}

function deadLines(dead: readonly ReportedAddress[]): string[] {
  return byReason(dead).flatMap(([reason, group]) => [
    `  ${reasonWords(reason).name}：${group.length} 个`,
    ...group.slice(0, SHOWN).map((address) => `    ${addressLine(address)}`),
    ...(group.length > SHOWN ? [`    ……另有 ${group.length - SHOWN} 个`] : []),
  ]);
}

function addressLine({ url, relation, foundOn, foundOnCount }: ReportedAddress): string {
  const [on] = foundOn;
  const name = on?.text ? `“${on.text.slice(0, 30)}”` : '';
  const where = on === undefined ? '' : `  ← ${on.url}${foundOnCount > 1 ? ` 等 ${foundOnCount} 个页面` : ''}`;
  return `${RELATION_NAMES[relation]}${name} ${url}${where}`;
}

function listed(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} ${lines.length} 项：`, ...lines.map((line) => `  ${line}`)];
}

/** 网站基本情况: told, not judged. */
function condition(report: LookReport): string[] {
  const lines = conditionLines(report.condition);
  return lines.length === 0 ? [] : ['', '网站基本情况（不计入结果）：', ...lines.map(([, words]) => `  ${words}`)];
}

function notRunLines(notRun: readonly ReportedAddress[]): string[] {
  if (notRun.length === 0) return [];
  const groups = byReason(notRun).map(([, group]) => `${notRunReason(group[0] as ReportedAddress)} ${group.length} 个`);
  return ['', `没能判断的地址 ${notRun.length} 个，不算问题，请人工核对：`, ...groups.map((line) => `  ${line}`)];
}
