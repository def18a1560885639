import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { readAttachment } from '../../src/extract/attachment/read-attachment.ts';
import { seedFiles } from '../../src/extract/attachment/testing/seeds.ts';
import {
  docxOf,
  ofdOf,
  paragraph,
  pptOf,
  pptxOf,
  rtfOf,
  rtfUnicode,
  sheetOf,
  zipOf,
} from '../../src/extract/attachment/testing/small-files.ts';
import { SONG, smallPdf, textPage } from '../../src/extract/attachment/testing/small-pdf.ts';

const LINE = '为进一步做好政务公开工作，现将有关事项通知如下，请认真抓好贯彻落实。';
const ROWS = Array.from({ length: 20_000 }, (_, i) => [i, `第${i}村`, LINE.slice(0, 12), i * 1.5, '2026-03-05']);
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Large files of each kind: some hundred pages, or 20,000 rows. */
async function largeFiles(): Promise<[name: string, bytes: Uint8Array][]> {
  const page = textPage(many(30, () => iconv.encode(LINE, 'gbk')));
  return [
    ['large.docx', await docxOf(paragraph(LINE).repeat(20_000))],
    ['large.xlsx', sheetOf(ROWS, 'xlsx')],
    ['large.xls', sheetOf(ROWS, 'biff8')],
    [
      'large.pdf',
      smallPdf(
        many(300, () => page),
        { font: SONG },
      ),
    ],
    [
      'large.pptx',
      await pptxOf(
        many(500, () => LINE.repeat(20)),
        many(500, (i) => i),
      ),
    ],
    ['large.ppt', pptOf(many(5_000, () => LINE))],
    ['large.ofd', await ofdOf(many(20_000, (i) => ({ x: 10, y: i, text: LINE })))],
    ['large.rtf', rtfOf(`${rtfUnicode(LINE)}\\par `.repeat(5_000))],
    ['large.csv', Buffer.from(ROWS.map((row) => row.join(',')).join('\n'))],
    ['large.zip', await zipOf(Object.fromEntries(many(100, (i) => [`附件${i}.txt`, LINE.repeat(500)])), 'gbk')],
  ];
}

/** CPU time of one reading and the peak memory of a process that does nothing else. */
async function measure(path: string, times: number): Promise<void> {
  const bytes = await readFile(path);
  const name = basename(path);
  let letters = 0;
  for (let i = 0; i < 2; i++) letters = (await readAttachment(bytes, { name })).characters;
  const began = process.cpuUsage();
  for (let i = 0; i < times; i++) await readAttachment(bytes, { name });
  const { user, system } = process.cpuUsage(began);
  const ms = (user + system) / 1_000 / times;
  const columns = [
    `${(bytes.length / 1_024).toFixed(0)} KB`,
    `${ms.toFixed(1)} ms`,
    `${(bytes.length / 1_048_576 / (ms / 1_000)).toFixed(1)} MB/s`,
    `${letters} letters`,
    `peak ${await peakMb()} MB`,
  ];
  console.log(name.padEnd(12), ...columns.map((column) => column.padStart(14)));
}

/** The highest of this process alone; the figure of getrusage begins with that of the parent. Linux only, null elsewhere. */
async function peakMb(): Promise<number | null> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1_024);
}

/** Each file in a process of its own: what made the file, or read the one before, must not count. */
async function measureApart(folder: string, name: string, bytes: Uint8Array, times: number): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  spawnSync(process.execPath, [fileURLToPath(import.meta.url), path, String(times)], { stdio: ['ignore', 'inherit', 'ignore'] });
}

const [path, times] = process.argv.slice(2);
if (path !== undefined) await measure(path, Number(times));
else {
  const folder = await mkdtemp(join(tmpdir(), 'mingcha-bench-attachments-'));
  console.log('CPU time of one reading and peak memory, each file in a process of its own');
  for (const { name, bytes } of await seedFiles()) await measureApart(folder, name, bytes, 20);
  for (const [name, bytes] of await largeFiles()) await measureApart(folder, name, bytes, 3);
  await rm(folder, { recursive: true });
}
