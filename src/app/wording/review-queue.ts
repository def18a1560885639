import { PROOF_ACTS } from '../../evidence/proof.ts';
import {
  openBySeverity,
  type ProofItemRow,
  type ProofPlaceRow,
  placesOf,
  type QueuedItem,
  type ReviewFilter,
  reviewQueue,
} from '../../store/proof-items.ts';
import { proofProgress } from '../../store/proof-pages.ts';
import { listSites } from '../../store/sites.ts';
import { listUnits } from '../../store/units.ts';
import { FINDING_KINDS, LAYERS } from '../../text/finding.ts';
import { WHOLE_PAGE } from '../../text/review/review-item.ts';
import type { App } from '../open.ts';
import { areaOf, todayOf } from '../views/area-of.ts';

/** Places shown with an item in the queue; all of them on demand. */
const FIRST_PLACES = 1;
const MOST_PLACES = 200;

/** The review queue (错情复核) of an area as its page shows it. */
export async function viewReviewQueue(app: App, areaId: string, filter: ReviewFilter, page: { number: number; size: number }) {
  await areaOf(app, areaId);
  const offset = (page.number - 1) * page.size;
  const [{ items, total, hidden }, open, progress] = await Promise.all([
    reviewQueue(app.db, areaId, filter, { offset, limit: page.size }),
    openBySeverity(app.db, areaId),
    proofProgress(app.db, areaId),
  ]);
  const places = await placesOf(app.db, items, FIRST_PLACES);
  const units = new Map((await listUnits(app.db, areaId)).map(({ id, name }) => [id, name]));
  const sites = await listSites(app.db, areaId);
  return {
    total,
    hidden,
    rows: items.map((item) => ({
      ...itemWords(item),
      unit: units.get(item.unitId) ?? '',
      places: (places.get(`${item.siteId} ${item.key}`) ?? []).map(placeWords),
    })),
    open: Object.entries(open).map(([severity, count]) => ({ severity: Number(severity), count })),
    progress,
    sites: sites.map(({ id, name }) => ({ code: id, name })),
    layers: Object.entries(LAYERS).map(([code, name]) => ({ code, name })),
    today: await todayOf(app, areaId),
  };
}

/** Every place of one item. */
export async function viewPlaces(app: App, areaId: string, item: Pick<ProofItemRow, 'siteId' | 'key'>) {
  const own = (await listSites(app.db, areaId)).some(({ id }) => id === item.siteId);
  const rows = own ? [...(await placesOf(app.db, [item], MOST_PLACES)).values()].flat() : [];
  return { places: rows.map(placeWords), truncated: rows.length === MOST_PLACES };
}

const itemWords = ({ act, kind, layer, places, ...row }: QueuedItem) => ({
  siteId: row.siteId,
  key: row.key,
  site: row.siteName,
  kind: { code: kind, name: kind === WHOLE_PAGE ? '通读全页' : FINDING_KINDS[kind] },
  layer: { code: layer, name: LAYERS[layer] },
  severity: row.severity,
  score: row.score,
  files: row.files,
  string: row.string,
  found: row.found,
  suggestion: row.suggestion,
  why: row.why,
  placeCount: places,
  pageCount: row.pages,
  oldest: row.oldest,
  newest: row.newest,
  firstSeenAt: row.firstSeenAt,
  decision:
    act === null ? null : { code: act, name: PROOF_ACTS[act], by: row.decidedBy, at: row.decidedAt, right: row.rightWords, note: row.note },
});

const placeWords = ({ url, title, publishDate, context, contextAt, found, dismissed, factId }: ProofPlaceRow) => ({
  ...{ url, title, publishDate, context, contextAt, found, dismissed, factId },
});
