import { escapeHtml } from '../../../notice/html/escape.ts';
import type { LookReport } from './report.ts';
import { byReason, reasonWords } from './words.ts';

const WIDTH = 720;
const BAR = 18;
/** A part that is there is never thinner than can be seen. */
const LEAST = 6;

/** How the tried addresses stand, and what the dead ones died of, drawn to scale. */
export function linkPicture({ links }: LookReport): string {
  const works = links.checked - links.dead.length - links.notRun.length;
  return `<figure>${strip([
    ['正常', works, 'ok'],
    ['打不开', links.dead.length, 'dead'],
    ['没能判断', links.notRun.length, 'open'],
  ])}${bars(links.dead)}</figure>`;
}

/** One strip of the whole. */
function strip(parts: readonly [name: string, value: number, kind: string][]): string {
  const shown = parts.filter(([, value]) => value > 0);
  const all = shown.reduce((sum, [, value]) => sum + value, 0);
  if (all === 0) return '';
  const free = WIDTH - LEAST * shown.length;
  let x = 0;
  const rects = shown.map(([, value, kind]) => {
    const width = LEAST + (free * value) / all;
    const rect = `<rect class="${kind}" x="${x.toFixed(1)}" width="${width.toFixed(1)}" height="${BAR}"/>`;
    x += width;
    return rect;
  });
  const keys = shown.map(([name, value, kind]) => `<span class="key ${kind}">${name} ${value}</span>`);
  const label = shown.map(([name, value]) => `${name}${value}个`).join('，');
  return `<svg viewBox="0 0 ${WIDTH} ${BAR}" role="img" aria-label="${label}" preserveAspectRatio="none" class="strip">${rects.join('')}</svg><figcaption>${keys.join('')}</figcaption>`;
}

/** Bars as elements, not as a drawing: their text keeps its size on a phone. */
function bars(dead: LookReport['links']['dead']): string {
  const groups = byReason(dead).map(([reason, group]): [string, number] => [reasonWords(reason).name, group.length]);
  if (groups.length < 2) return '';
  const most = Math.max(...groups.map(([, count]) => count));
  const rows = groups.map(
    ([name, count]) =>
      `<span>${escapeHtml(name)}</span><span class="bar"><i style="width:${((100 * count) / most).toFixed(1)}%"></i><b>${count}</b></span>`,
  );
  return `<div class="bars">${rows.join('')}</div>`;
}
