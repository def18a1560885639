import type { LookReport } from './report.ts';
import { byReason, reasonWords } from './words.ts';

const WIDTH = 720;
const BAR = 18;
const ROW = 26;
/** Reasons drawn by themselves; the rest share a bar. */
const BARS = 6;
const LABEL = 190;

/** How the tried addresses stand, and what the dead ones died of, drawn to scale. */
export function linkPicture({ links }: LookReport): string {
  const works = links.checked - links.dead.length - links.notRun.length;
  return `<figure>${strip([
    ['正常', works, 'ok'],
    ['打不开', links.dead.length, 'dead'],
    ['没能判断', links.notRun.length, 'open'],
  ])}${bars(links.dead)}</figure>`;
}

/** One strip of the whole; a part that is there is never thinner than it can be seen. */
function strip(parts: readonly [name: string, value: number, kind: string][]): string {
  const shown = parts.filter(([, value]) => value > 0);
  const all = shown.reduce((sum, [, value]) => sum + value, 0);
  if (all === 0) return '';
  const least = 6;
  const free = WIDTH - least * shown.length;
  let x = 0;
  const rects = shown.map(([, value, kind]) => {
    const width = least + (free * value) / all;
    const rect = `<rect class="${kind}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="${BAR}"/>`;
    x += width;
    return rect;
  });
  const keys = shown.map(([name, value, kind]) => `<span class="key ${kind}">${name} ${value}</span>`);
  const label = shown.map(([name, value]) => `${name}${value}个`).join('，');
  return `<svg viewBox="0 0 ${WIDTH} ${BAR}" role="img" aria-label="${label}" preserveAspectRatio="none" class="strip">${rects.join('')}</svg><figcaption>${keys.join('')}</figcaption>`;
}

function bars(dead: LookReport['links']['dead']): string {
  const groups = byReason(dead).map(([reason, group]): [string, number] => [reasonWords(reason).name, group.length]);
  if (groups.length < 2) return '';
  const shown = groups.slice(0, BARS);
  const rest = groups.slice(BARS).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) shown.push(['其他原因', rest]);
  const most = Math.max(...shown.map(([, count]) => count));
  const rows = shown.map(([name, count], i) => {
    const width = Math.max(3, ((WIDTH - LABEL - 50) * count) / most);
    const y = i * ROW;
    return `<text x="${LABEL - 8}" y="${y + 17}" text-anchor="end">${name}</text><rect class="dead" x="${LABEL}" y="${y + 4}" width="${width.toFixed(1)}" height="${BAR}"/><text x="${LABEL + width + 8}" y="${y + 18}">${count}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${shown.length * ROW}" role="img" aria-label="打不开的原因" class="bars">${rows.join('')}</svg>`;
}
