import { CATEGORIES } from '../../core/category.ts';
import { chineseDate, dateAt } from '../../core/date.ts';
import { INSPECTION_OUTCOMES, type InspectionLine, releasedWords, TAKEN_BACK } from '../../ledger/inspection.ts';
import { escapeHtml } from '../../notice/html/escape.ts';
import { listInspectionPublications } from '../../store/inspections.ts';
import { readPublicInspection } from '../draws/publish-inspection.ts';
import { linesTakenBack } from '../draws/taken-back.ts';
import { repeatDraw } from '../draws/view-draw.ts';
import type { App } from '../open.ts';
import { areaOf } from '../views/area-of.ts';
import { framed, type View } from './frame.ts';

const text = escapeHtml;

/** 双随机复查结果 of an area: a line for each recheck that was published. */
export async function publicInspectionsPage(app: App, areaId: string, view: View): Promise<string> {
  const area = await areaOf(app, areaId);
  const rows = await listInspectionPublications(app.db, areaId);
  const fallen = await linesTakenBack(
    app,
    rows.flatMap(({ page }) => page.rows),
  );
  const items = rows.map(({ drawId, page, publishedOn }) => {
    const sub = `<span>抽取 ${dateAt(page.madeAt)}</span><span>公开 ${publishedOn}</span><span>${text(summary(page.rows, fallen))}</span>`;
    return `<li><a href="/public/${text(areaId)}/inspections/${text(drawId)}">${text(page.purpose)}</a><div class="sub">${sub}</div></li>`;
  });
  const list = items.length === 0 ? '<p>还没有公开的复查结果。</p>' : `<ul class="list">${items.join('')}</ul>`;
  const main = `<h1 class="page">双随机复查结果</h1>${list}`;
  const crumb = [
    { words: area.name, to: `/public/${areaId}` },
    { words: '双随机复查结果', to: null },
  ];
  return framed({ title: `${area.name}双随机复查结果`, area: area.name, path: `/public/${areaId}/inspections`, view, crumb, main });
}

/** One recheck: how it was drawn, the outcome of every problem, and the way to draw it again; `repeat` draws it again at once. */
export async function publicInspectionPage(app: App, areaId: string, drawId: string, repeat: boolean, view: View): Promise<string> {
  const area = await areaOf(app, areaId);
  const { page, publishedOn } = await readPublicInspection(app, areaId, drawId);
  const fallen = await linesTakenBack(app, page.rows);
  const here = `/public/${areaId}/inspections/${drawId}`;
  const card: readonly (readonly [string, string])[] = [
    ['抽取日期', chineseDate(dateAt(page.madeAt))],
    ['公开日期', chineseDate(publishedOn)],
    ['名单', `${page.population} 个已销号问题`],
    ['抽中', `${page.drawn} 个`],
    ['检查人员', `${page.inspectors} 名，均不复查本单位的问题`],
    ...(page.substitutions ? [['人员更换', `${page.substitutions} 次，接替的人用同一种子从其余人员中抽取`] as const] : []),
    ['结果', summary(page.rows, fallen)],
    ...(page.corrections ?? []).map(
      ({ on, reason, problemIds }) => ['更正', `${chineseDate(on)}：${places(page.rows, problemIds)}经核实不成立。${reason}`] as const,
    ),
    ['随机种子', page.seed],
    ['抽取方法', page.method],
  ];
  const meta = `<dl class="meta">${card.map(([name, value]) => `<div><dt>${name}</dt><dd>${text(value)}</dd></div>`).join('')}</dl>`;
  const frame = `<p>${page.frame.map(text).join('；')}。</p>`;
  const main = `<h1 class="page">${text(page.purpose)}结果</h1>${meta}${frame}${resultTable(page.rows, fallen)}${await repeated(app, areaId, drawId, repeat, here)}`;
  const list = `/public/${areaId}/inspections`;
  const crumb = [
    { words: area.name, to: `/public/${areaId}` },
    { words: '双随机复查结果', to: list },
    { words: '结果', to: null },
  ];
  return framed({ title: `${page.purpose}结果`, area: area.name, path: here, view, crumb, main });
}

function resultTable(rows: readonly InspectionLine[], fallen: ReadonlySet<InspectionLine>): string {
  const head = ['序号', '责任单位', '类别', '问题', '复查结果', '复查日期'].map((title) => `<th scope="col">${title}</th>`).join('');
  const body = rows
    .map((row, i) => {
      const { unit, category, place, text: words } = row;
      const matter = place === '' || place === unit ? words : `${place}：${words}`;
      const cells = [String(i + 1), unit, CATEGORIES[category], matter, ...found(row, fallen)];
      return `<tr>${cells.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`;
    })
    .join('');
  return `<div class="notice"><div class="scroll" tabindex="0" role="region" aria-label="复查结果（可左右滚动）"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></div>`;
}

/** Outcome and day of a line, as they are read today. */
function found(row: InspectionLine, fallen: ReadonlySet<InspectionLine>): readonly [string, string] {
  const { outcome, checkedOn } = row;
  if (outcome === 'withdrawn') return [releasedWords(checkedOn), '—'];
  return [fallen.has(row) ? TAKEN_BACK : INSPECTION_OUTCOMES[outcome], checkedOn];
}

/** Anyone may draw again: here, or at home with the kept list. */
async function repeated(app: App, areaId: string, drawId: string, repeat: boolean, here: string): Promise<string> {
  const head = '<section class="files" aria-labelledby="again"><h2 id="again">重新演算</h2>';
  if (!repeat)
    return `${head}<p>抽取名单、种子和结果一经抽取不能改动。<a href="${text(here)}/repeat">用保存的名单和种子再抽一次，与记录比较</a></p></section>`;
  const { holds, population } = await repeatDraw(app, areaId, drawId);
  const words = holds
    ? `用保存的 ${population} 个问题的名单和种子重新抽取，抽中的问题、检查人员及其分派、更换与记录完全一致，没有人复查本单位的问题。`
    : '重新抽取的结果与记录不一致，请向公布单位提出。';
  return `${head}<p class="note">${words}</p></section>`;
}

/** 第2、5项. */
const places = (rows: readonly InspectionLine[], problemIds: readonly string[]): string =>
  `第${rows.flatMap(({ problemId }, i) => (problemId && problemIds.includes(problemId) ? [i + 1] : [])).join('、')}项`;

function summary(rows: readonly InspectionLine[], fallen: ReadonlySet<InspectionLine>): string {
  const parts = (['fixed', 'partly', 'not'] as const).map((code) => ({
    name: INSPECTION_OUTCOMES[code],
    count: rows.filter((row) => row.outcome === code && !fallen.has(row)).length,
  }));
  const released = rows.filter(({ outcome }) => outcome === 'withdrawn').length;
  const taken = { name: TAKEN_BACK, count: rows.filter((row) => row.outcome !== 'withdrawn' && fallen.has(row)).length };
  return [...parts, taken, { name: '复查前撤销', count: released }]
    .flatMap(({ name, count }) => (count > 0 ? [`${name} ${count} 个`] : []))
    .join('，');
}
