import { csvFile } from '../../csv.ts';
import type { LookReport, ReportedAddress } from './report.ts';
import { notRunReason, RELATION_NAMES, reasonWords } from './words.ts';

const HEAD = ['类别', '结果', '地址', '状态码', '原因', '所在页面', '链接文字', '所在页面数', '查看次数', '如何改正'];

/** Problems and what was left unjudged, one row each, for a spreadsheet: UTF-8 with its mark, CRLF. */
export function reportCsv({ links, findings }: LookReport): string {
  const rows = [
    HEAD,
    ...links.dead.map((address) => addressRow(address, '打不开', reasonWords(address.reason).name, reasonWords(address.reason).remedy)),
    ...findings.map(({ title, level, text, place, remedy }) => [
      title,
      level === 'problem' ? '有问题' : '提醒',
      place.url ?? '',
      '',
      text,
      place.label,
      '',
      '',
      '',
      remedy,
    ]),
    ...links.notRun.map((address) => addressRow(address, '没能判断', notRunReason(address), '请人工打开核对。')),
  ];
  return csvFile(rows);
}

function addressRow(address: ReportedAddress, result: string, reason: string, remedy: string): string[] {
  const { relation, url, status, foundOn, foundOnCount, looks } = address;
  const [on] = foundOn;
  const numbers = [String(foundOnCount), String(looks.length)];
  return [
    RELATION_NAMES[relation],
    result,
    url,
    status === null ? '' : String(status),
    reason,
    on?.url ?? '',
    on?.text ?? '',
    ...numbers,
    remedy,
  ];
}
