// Reads pages from standard input, one JSON {url, html} a line, and prints what metascraper makes of each: {date, title}.
import { createInterface } from 'node:readline';
import metascraper from 'metascraper';
import date from 'metascraper-date';
import title from 'metascraper-title';

const scrape = metascraper([date(), title()]);
for await (const line of createInterface({ input: process.stdin })) {
  const { url, html } = JSON.parse(line);
  const found = await scrape({ url, html }).catch(() => ({}));
  console.log(JSON.stringify({ date: found.date ?? null, title: found.title ?? null }));
}
