import { FINDING_KINDS, type Finding, LAYERS } from '../../text/finding.ts';
import type { ProofReport } from './report.ts';

const AROUND = 14;
const SEVERITIES: Readonly<Record<Finding['severity'], string>> = { 1: '严重', 2: '重要', 3: '一般', 4: '格式' };

/** The report as lines for a terminal: each finding with its line, its words in their sentence, what would be right and why. */
export function proofLines(report: ProofReport): string[] {
  const { file, findings, characters, seconds, notes, collapsed, text } = report;
  const lineOf = lineCounter(text);
  return [
    file,
    `共${characters}字，用时${seconds.toFixed(1)}秒：${summary(findings)}`,
    ...(collapsed ? ['这份文稿疑点很多，请先通读全文，再逐条核对。'] : []),
    ...findings.flatMap((finding) => ['', ...inFull(finding, lineOf(finding.start), text)]),
    ...(notes.length === 0 ? [] : ['', '说明', ...notes.map((note) => `  ${note}`)]),
  ];
}

/** Findings come in reading order, so the lines are counted once. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let at = 0;
  return (place) => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < place; end = text.indexOf('\n', at)) {
      line += 1;
      at = end + 1;
    }
    return line;
  };
}

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现疑点（不等于没有错，请仍按“三审三校”审核）';
  const counts = Object.entries(LAYERS).flatMap(([layer, name]) => {
    const own = findings.filter((finding) => finding.layer === layer).length;
    return own > 0 ? [`${name}${own}`] : [];
  });
  return `疑点${findings.length}处（${counts.join('，')}）`;
}

function inFull({ start, end, found, suggestion, layer, severity, kind, why, files }: Finding, line: number, text: string): string[] {
  const before = text
    .slice(Math.max(0, start - AROUND), start)
    .split(/[\r\n]/)
    .at(-1);
  const after = text.slice(end, end + AROUND).split(/[\r\n]/)[0];
  return [
    layer === 'L6' ? `  网页代码  【${found}】` : `  第${line}行  ${before}【${found.replace(/\s+/g, ' ')}】${after}`,
    ...(suggestion === null || suggestion === found ? [] : [`      建议：${suggestion === '' ? '删去' : suggestion}`]),
    `      ${FINDING_KINDS[kind]}（${SEVERITIES[severity]}，${files ? '可直接认定' : '请人工判断'}）：${why}`,
  ];
}
