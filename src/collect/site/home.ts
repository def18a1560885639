import type { PageReading } from '../../extract/read-page.ts';
import { isOpenQuestion } from './again.ts';
import { ownDomainFact } from './condition/domain.ts';
import { lookAtPage } from './look-at-page.ts';
import { takeViews } from './page-views.ts';
import { type Gain, noGain, type Scan } from './scan.ts';
import { searchEngineView } from './search-engine-view.ts';

/** Undated entries of the home page whose articles are opened to date it. */
const UNDATED_OPENED = 10;

/** The home page: its entries, and the marks at its foot. `looks`: looks before this one. */
export async function lookAtHome(scan: Scan, looks = 0): Promise<Gain> {
  const gain = noGain();
  const { site } = scan.job;
  const { look, at, blob, reading, items } = await lookAtPage(scan, site.url, gain, 'home');
  const { outcome } = look;
  const footer = reading?.footer;
  gain.facts.push(
    scan.fact('home', site.id, at, site.url, blob, {
      url: site.url,
      outcome,
      items,
      newestDate: reading?.newestDate ?? null,
      navigationOnly: reading !== null && leadsOnOnly(reading),
    }),
    scan.fact('site-marks', site.id, at, site.url, blob, {
      url: site.url,
      outcome,
      siteIdCode: footer?.siteIdCode ?? null,
      icp: footer?.icp ?? null,
      police: footer?.police ?? null,
      organiser: footer?.organiser ?? null,
      errorReportEntry: footer?.errorReportEntry ?? false,
    }),
    await ownDomainFact(scan, look, at, blob),
  );
  if (outcome === 'ok' && looks === 0) {
    if (scan.settings.searchEngineView) gain.facts.push(await searchEngineView(scan, site.url));
    await takeViews(scan, site.url, site.id, gain);
  }
  if (isOpenQuestion(outcome)) gain.failedPages.push({ key: 'home', looks: looks + 1, lastAt: at });
  const undated = items.flatMap((item) => (item.date === null && item.href !== null && scan.isOwn(item.href) ? [item.href] : []));
  gain.articles.push(...undated.slice(0, UNDATED_OPENED).map((url, rank) => ({ url, columnId: null, rank })));
  return gain;
}

/** Letters a link needs to be a heading and not the name of a section. */
const HEADING_LETTERS = 10;
const FEW_HEADINGS = 3;

/** 仅为导航页: no entry of its own, hardly a link that reads like a heading. */
function leadsOnOnly({ list, links }: PageReading): boolean {
  const headings = links.filter((link) => link.relation === 'link' && link.text.replace(/\s+/g, '').length >= HEADING_LETTERS).length;
  return list.every((item) => item.date === null) && links.length > 0 && headings < FEW_HEADINGS;
}
