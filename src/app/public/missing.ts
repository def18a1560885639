import { escapeHtml } from '../../notice/html/escape.ts';
import { framed, type View } from './frame.ts';

/** Says in a page what an address does not lead to, and where to go. */
export function missingPage(areaId: string, view: View, { message, next }: { message: string; next: string }): string {
  const main = `<h1 class="page">${escapeHtml(message)}</h1><p>${escapeHtml(next)}</p>`;
  return framed({ title: message, area: '', path: `/public/${areaId}`, view, crumb: [], main });
}
