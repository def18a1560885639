import { readInput } from '../../app/audit/read-input.ts';
import { openProofreader, type Proofreader } from '../../app/proof/open-proofreader.ts';
import { printedProof } from '../../app/proof/printed-proof.ts';
import { proofFile } from '../../app/proof/proof-file.ts';
import { proofLines } from '../../app/proof/proof-lines.ts';
import type { ProofReport } from '../../app/proof/report.ts';
import { proofDay, proofLayers } from '../../app/proof/request.ts';
import { MingchaError } from '../../core/error.ts';
import { type Command, type CommandInput, textOption } from '../command.ts';
import { EXIT_CODES } from '../exit-codes.ts';
import { out, outJson, say, sayError } from '../print.ts';
import { writeCopy } from '../write-copy.ts';

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
  async run(input) {
    const copies = { html: textOption(input, 'html'), docx: textOption(input, 'docx') };
    if (input.positionals.length > 1 && (copies.html ?? copies.docx) !== undefined)
      throw new MingchaError('usage', '--html 和 --docx 一次只能用于一份文稿。', '请逐份校对，或去掉这两个选项。');
    const reader = await openReader(input);
    if (input.positionals.length === 1) return proofOne(input, reader, input.positionals[0] as string);
    return proofEach(input, reader);
  },
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

/** A draft that cannot be read does not keep the others from being read; its class is answered when nothing is worse. */
async function proofEach(input: CommandInput, reader: Proofreader): Promise<number> {
  let answer: number = EXIT_CODES.ok;
  let failed: number = EXIT_CODES.ok;
  for (const file of input.positionals) {
    try {
      answer = Math.max(answer, await proofOne(input, reader, file));
    } catch (error) {
      const known = sayError(error);
      if (input.values.json) outJson({ file, error: { code: known.code, message: known.message, next: known.next } });
      failed = EXIT_CODES[known.code];
    }
    if (!input.values.json) out();
  }
  return failed === EXIT_CODES.ok ? answer : failed;
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
    await writeCopy(docx, await proofDocx(bytes, report));
    say(`已写出 ${docx}`);
  }
  if (html !== undefined) {
    const { proofHtml } = await import('../../app/proof/proof-html.ts');
    await writeCopy(html, proofHtml(report));
    say(`已写出 ${html}`);
  }
}
