/**
 * Dates and titles of articles against metascraper, in one table: labelled real pages, and every form of article head
 * that our own tests know. `node bench/extract/dates.ts [FOLDER] [--peers DIR]`
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateAt } from '../../src/core/date.ts';
import { decodeHtml, readPage } from '../../src/extract/index.ts';
import { ARTICLE_FORMS, ARTICLE_TITLE, articlePage } from '../../src/extract/variants/article-forms.ts';
import type { PageLabel } from './label.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { peers: { type: 'string' } } });
const folder = positionals[0] ?? join(import.meta.dirname, '../../../shared/pages');
const peers = values.peers ?? join(tmpdir(), 'mingcha-bench-dates');

interface Case {
  url: string;
  bytes: Uint8Array;
  html: string;
  date: string | null;
  title: string | null;
}
interface Reading {
  date: string | null;
  title: string | null;
}

function labelled(): Case[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const label = JSON.parse(readFileSync(join(folder, name), 'utf8')) as PageLabel;
      if (!label.article) return [];
      const bytes = readFileSync(join(folder, label.file));
      const url = `http://${label.domain?.split(' ')[0] ?? 'example.org'}/a/b/${label.file}`;
      return [{ url, bytes, html: decodeHtml(bytes).text, date: label.article.publishDate, title: label.article.title }];
    });
}

function forms(): Case[] {
  return ARTICLE_FORMS.map((form) => {
    const html = articlePage(form, 'none');
    const url = form.url ?? 'http://www.yunxi.gov.cn/zwgk/a.html';
    return { url, bytes: new TextEncoder().encode(html), html, date: form.publishDate, title: ARTICLE_TITLE };
  });
}

function ours({ bytes, url }: Case): Reading {
  const { article } = readPage(bytes, { url, today: '2022-12-28' });
  return { date: article?.publishDate ?? null, title: article?.title ?? null };
}

function metascraper(cases: readonly Case[]): Reading[] {
  if (!existsSync(join(peers, 'node_modules/metascraper'))) {
    mkdirSync(peers, { recursive: true });
    writeFileSync(join(peers, 'package.json'), '{"private":true}');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', 'metascraper@5', 'metascraper-date@5', 'metascraper-title@5'], {
      cwd: peers,
    });
  }
  copyFileSync(join(import.meta.dirname, 'peers/metascraper.mjs'), join(peers, 'metascraper.mjs'));
  const input = cases.map(({ url, html }) => JSON.stringify({ url, html })).join('\n');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['metascraper.mjs'], {
    cwd: peers,
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Reading)
    .map(({ date, title }) => ({ date: date === null ? null : dateAt(date), title }));
}

const bare = (text: string | null): string => (text ?? '').replace(/\s/g, '');
const table = (name: string, cases: readonly Case[]): void => {
  const dated = cases.filter(({ date }) => date !== null);
  if (dated.length === 0) return;
  console.log(`\n${name}: ${cases.length} pages, ${dated.length} with a day of publication a reader can see`);
  console.log('reader        day right   wrong   none   a day invented   title right');
  const readings: [string, Reading[]][] = [
    ['ours', cases.map(ours)],
    ['metascraper', metascraper(cases)],
  ];
  for (const [reader, read] of readings) {
    const pairs = cases.map((wanted, i) => ({ wanted, got: read[i] as Reading }));
    const count = (test: (pair: (typeof pairs)[number]) => boolean): number => pairs.filter(test).length;
    const row = [
      count(({ wanted, got }) => wanted.date !== null && got.date === wanted.date),
      count(({ wanted, got }) => wanted.date !== null && got.date !== null && got.date !== wanted.date),
      count(({ wanted, got }) => wanted.date !== null && got.date === null),
      count(({ wanted, got }) => wanted.date === null && got.date !== null),
      count(({ wanted, got }) => wanted.title !== null && bare(got.title) === bare(wanted.title)),
    ];
    console.log(reader.padEnd(12) + row.map((n, i) => String(n).padStart([10, 8, 7, 17, 14][i] as number)).join(''));
  }
};
table('Labelled real pages', labelled());
table('Forms of article heads, invented text', forms());
