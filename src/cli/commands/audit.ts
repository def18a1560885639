import { auditFile } from '../../app/audit/audit-file.ts';
import { auditDocx, auditHtml } from '../../app/audit/export.ts';
import type { AuditReport } from '../../app/audit/report.ts';
import { auditLines } from '../../app/audit/table.ts';
import { readInput, writeNamed } from '../../app/named-file.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson, say } from '../print.ts';

export const command: Command = {
  name: 'audit',
  summary: '核对任何一份通报里的数字：与它自己的表格、名单、句子是否一致',
  arguments: '文件…',
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    html: { value: '文件', help: '写出标明每个数字的核对页（一次一份文件）' },
    docx: { value: '文件', help: '写出加了批注的 .docx 副本（原件须为 .docx，一次一份文件）' },
    all: { help: '表内核对一致的数字也逐个列出' },
    json: { help: '以 JSON 输出，每份文件一行' },
  },
  examples: [
    'mingcha audit 通报.docx',
    'mingcha audit 通报.docx --docx 通报（批注）.docx --html 核对.html',
    'mingcha audit 通报/*.pdf --json',
    'mingcha audit - < 网页.html',
  ],
  changes: () => null,
  run: (input) => eachFile(input, { does: '核对', thing: '文件' }, async () => (file) => auditOne(input, file)),
};

async function auditOne(input: CommandInput, file: string): Promise<number> {
  const copies = { html: textOption(input, 'html'), docx: textOption(input, 'docx') };
  const { name, bytes } = await readInput(file);
  const report = await auditFile(bytes, name);
  if (copies.docx !== undefined) await writeNamed(copies.docx, auditDocx(bytes, report));
  if (copies.html !== undefined) await writeNamed(copies.html, auditHtml(report));
  if (input.values.json) outJson(printed(report));
  else for (const line of auditLines(report, { all: input.values.all === true })) out(line);
  for (const path of Object.values(copies)) if (path !== undefined) say(`已写出 ${path}`);
  return report.counts.disagrees > 0 ? EXIT_CODES['verdict-failed'] : EXIT_CODES.ok;
}

/** The document itself is left out: it is the file that was given. */
const printed = ({ document: _, ...report }: AuditReport): Omit<AuditReport, 'document'> => report;
