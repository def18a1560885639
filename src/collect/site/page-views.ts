import type { CalendarDate } from '../../core/date.ts';
import { lastDayWithin } from '../../core/limit.ts';
import type { FactData } from '../../evidence/facts.ts';
import { DEVICES, type Device } from '../browser/devices.ts';
import type { ColumnJob } from './job.ts';
import type { Gain, Scan } from './scan.ts';

/**
 * Pictures of a page as a desktop and a phone show it, as `page-view` facts (seeds row M12). Where no browser is, none are
 * taken and nothing fails. `subjectId`: site or column.
 */
export async function takeViews(scan: Scan, url: string, subjectId: string, gain: Gain): Promise<void> {
  const { browser, net, clock, blobs, signal } = scan.deps;
  for (const device of Object.keys(DEVICES) as Device[]) {
    if (!browser || scan.browsed.pictures >= scan.settings.pictures) return;
    scan.browsed.pictures += 1;
    const at = clock.now();
    const shown = await browser.render(net, url, { device, picture: true, isOwn: scan.isOwn, ...(signal ? { signal } : {}) });
    if (shown === null) return;
    scan.spend.use(shown.requests);
    const { picture, outcome } = shown;
    const { width, height } = DEVICES[device];
    const blob = picture === null ? null : await blobs.put(picture.bytes);
    const data = { url, outcome, device, width, height, contentWidth: picture?.contentWidth ?? null };
    gain.facts.push(scan.fact('page-view', subjectId, at, url, blob, data, 'browser/1'));
  }
}

/** Whether what was read of a column speaks against its owner: only then is a picture of it worth its while. */
export function isAccused(
  { limit }: Pick<ColumnJob, 'limit'>,
  { state, newestDate }: Pick<FactData<'column-list'>, 'state' | 'newestDate'>,
  day: CalendarDate,
): boolean {
  if (state === 'empty') return true;
  return state === 'items' && newestDate !== null && limit != null && lastDayWithin(newestDate, limit) < day;
}
