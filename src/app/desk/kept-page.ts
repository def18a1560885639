import { MingchaError } from '../../core/error.ts';
import { decodeHtml } from '../../extract/index.ts';
import { pictureOf } from '../../store/desk-evidence.ts';
import { findFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { findLedgerLine } from '../../store/views-ledger.ts';
import type { App } from '../open.ts';
import { PICTURES } from './view-finding.ts';

export interface Shown {
  bytes: Uint8Array;
  fileName: string;
  as: 'page' | 'picture';
}

/**
 * Kept bytes of a finding's evidence as a person sees them: a page in one character set for a frame without any rights, or the
 * picture that was taken. Only what the finding itself rests on. Throws 'not-found'.
 */
export async function keptPage(app: App, areaId: string, problemId: string, factId: string): Promise<Shown> {
  const line = await findLedgerLine(app.db, areaId, problemId);
  const channelId = line?.channelId;
  if (!line || !channelId) throw gone();
  const named = (await listEvents(app.db, problemId)).some(({ data }) => Array.isArray(data.evidence) && data.evidence.includes(factId));
  const picture = named || line.placeUrl === null ? null : await pictureOf(app.db, channelId, line.placeUrl);
  const fact = named ? (await findFacts(app.db, channelId, [factId]))[0] : picture?.id === factId ? picture : undefined;
  if (!fact?.blob) throw gone();
  const bytes = await app.blobs.get(fact.blob);
  if (PICTURES.includes(fact.kind)) return { bytes, fileName: '截图.png', as: 'picture' };
  return { bytes: new TextEncoder().encode(decodeHtml(bytes, null).text), fileName: '当时的页面.html', as: 'page' };
}

const gone = (): MingchaError => new MingchaError('not-found', '没有保存这条证据的页面。', '请查看证据的时间和来源，或打开网页核对。');
