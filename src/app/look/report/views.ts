import type { Fact } from '../../../evidence/fact.ts';
import type { FactData } from '../../../evidence/facts.ts';
import { OUTCOMES } from '../../../evidence/outcome.ts';
import { escapeHtml as esc } from '../../../notice/html/escape.ts';
import { type Column, columnName } from '../../../subjects/column.ts';

/** A page as a screen showed it. */
export interface ReportedView extends FactData<'page-view'> {
  /** 首页, or the column's path. */
  place: string;
  /** False when the page is wider than the screen; null when it could not be measured. */
  fits: boolean | null;
  /** SHA-256 of the picture (WebP); null when none could be taken. */
  picture: string | null;
}

/** The pages that were looked at on a screen, each with the place it stands at. */
export function viewsOf(facts: readonly Fact[], columns: readonly Column[]): ReportedView[] {
  const names = new Map(columns.map(({ id, path }) => [id, columnName(path)]));
  return facts
    .filter((fact): fact is Fact<'page-view'> => fact.kind === 'page-view')
    .map(({ data, subjectId, blob }) => {
      const fits = data.contentWidth === null ? null : data.contentWidth <= data.width;
      return { ...data, place: names.get(subjectId) ?? '首页', fits, picture: blob };
    });
}

const DEVICE_NAMES: Record<ReportedView['device'], string> = { desktop: '电脑', phone: '手机' };

function viewWords({ device, width, contentWidth, outcome, fits }: ReportedView): string {
  const screen = `${DEVICE_NAMES[device]}屏幕（宽 ${width} 像素）`;
  if (fits === null) return `${screen}没有量出页面宽度（${OUTCOMES[outcome]}）`;
  return fits ? `${screen}完整显示` : `${screen}不能完整显示，页面需要 ${contentWidth} 像素`;
}

/** Remarks on pages that a phone does not show whole. They are told and not judged: no indicator of sites asks for it. */
export function viewRemarks({ views }: { views: readonly ReportedView[] }): string[] {
  return views.filter(({ fits, device }) => device === 'phone' && fits === false).map((view) => `${view.place}：${viewWords(view)}`);
}

/** The pictures of the report, each with what it shows. `pictures`: bytes (WebP) by their hash. */
export function viewsHtml({ views }: { views: readonly ReportedView[] }, pictures: ReadonlyMap<string, Uint8Array>): string {
  if (views.length === 0) return '';
  const figures = views.map((view) => {
    const bytes = view.picture === null ? undefined : pictures.get(view.picture);
    const words = `${esc(view.place)}　${esc(viewWords(view))}`;
    const image = bytes ? `<img alt="${words}" src="data:image/webp;base64,${Buffer.from(bytes).toString('base64')}">` : '';
    return `<figure class="view ${view.device}">${image}<figcaption>${words}</figcaption></figure>`;
  });
  return `<section><h2>页面截图</h2><p class="small">查看时首页以及更新不及时、没有内容的栏目的样子，从页面顶部截取；手机上能否完整显示只作提示，不作为问题。</p><div class="views">${figures.join('')}</div></section>`;
}
