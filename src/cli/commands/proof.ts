import { readInput, writeNamed } from '../../app/named-file.ts';
import { openProofreader, type Proofreader } from '../../app/proof/open-proofreader.ts';
import { printedProof } from '../../app/proof/printed-proof.ts';
import { proofFile } from '../../app/proof/proof-file.ts';
import { proofLines } from '../../app/proof/proof-lines.ts';
import type { ProofReport } from '../../app/proof/report.ts';
import { proofDay, proofLayers } from '../../app/proof/request.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson, say } from '../print.ts';

export const command: Command = {
  name: 'proof',
  summary: '校对一份文稿或一个网页：错别字、规范表述、名称、地名、个人信息、暗链',
  arguments: '文件或网址…（- 为标准输入）',
  count: [1, Number.POSITIVE_INFINITY],
  options: {
    area: { value: '名称', help: '用这个地区自己的名录和词表（要连接数据库）；不写则只用随程序附带的' },
    layers: { value: '层次', help: '只查这些层次，例如 L0,L1,L5；不写为全部' },
    day: { value: '日期', help: '按哪一天的词表校对；不写为今天' },
    all: { help: '把握不大的疑点也列出' },
    html: { value: '文件', help: '写出标明每处疑点的网页（一次一份文稿）' },
    docx: { value: '文件', help: '写出加了批注的 .docx（原件为 .docx 时是它的副本；一次一份文稿）' },
    json: { help: '以 JSON 输出，每份文稿一行' },
  },
  examples: [
    'mingcha proof 讲话稿.docx --docx 讲话稿（批注）.docx',
    'mingcha proof 公开指南/*.txt --json',
    'mingcha proof https://www.example.gov.cn/xxgk/zn.html',
    'mingcha proof - < 草稿.txt',
  ],
  changes: () => null,
  run: (input) =>
    eachFile(input, { does: '校对', thing: '文稿' }, async () => {
      const reader = await openReader(input);
      return (file) => proofOne(input, reader, file);
    }),
};

/** Without an area no database is started. */
async function openReader(input: CommandInput): Promise<Proofreader> {
  const day = proofDay(textOption(input, 'day'));
  const layers = proofLayers(textOption(input, 'layers'));
  const area = textOption(input, 'area');
  if (area === undefined) return openProofreader({ day, layers });
  const { ownListsOf } = await import('../../app/proof/own-lists-of.ts');
  return openProofreader({ day, layers, own: await ownListsOf(input.config, area, day) });
}

async function proofOne(input: CommandInput, reader: Proofreader, file: string): Promise<number> {
  const options = { all: input.values.all === true };
  const isAddress = /^https?:\/\//i.test(file);
  const { name, bytes } = isAddress ? await fetched(input, file) : await readInput(file);
  const report = await proofFile(reader, bytes, name, options);
  await writeCopies(input, bytes, report);
  if (input.values.json) outJson(printedProof(report));
  else for (const line of proofLines(report)) out(line);
  return report.findings.length > 0 ? EXIT_CODES['verdict-failed'] : EXIT_CODES.ok;
}

// The collector and the writers are loaded when they are wanted: most runs read one file and print.
async function fetched({ config }: CommandInput, url: string) {
  const { fetchDraft } = await import('../../app/proof/fetch-draft.ts');
  return fetchDraft(config, url);
}

async function writeCopies(input: CommandInput, bytes: Uint8Array, report: ProofReport): Promise<void> {
  const html = textOption(input, 'html');
  const docx = textOption(input, 'docx');
  if (docx !== undefined) {
    const { proofDocx } = await import('../../app/proof/proof-docx.ts');
    await writeNamed(docx, await proofDocx(bytes, report));
    say(`已写出 ${docx}`);
  }
  if (html !== undefined) {
    const { proofHtml } = await import('../../app/proof/proof-html.ts');
    await writeNamed(html, proofHtml(report));
    say(`已写出 ${html}`);
  }
}
