import { MingchaError } from '../../core/error.ts';
import { findFacts } from '../../store/facts.ts';
import { areaOfChannel } from '../../store/views-channel.ts';
import type { App } from '../open.ts';
import { evidenceFileName } from './fact-words.ts';

/** The kept bytes a fact was read from. Throws 'not-found' when the area, the fact or its bytes are not there. */
export async function readEvidence(
  app: App,
  areaId: string,
  channelId: string,
  factId: string,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const fact = (await areaOfChannel(app.db, channelId)) === areaId ? (await findFacts(app.db, channelId, [factId]))[0] : undefined;
  if (!fact?.blob) throw new MingchaError('not-found', '没有保存这条证据的原文。', '请返回问题页面查看证据的时间和来源。');
  return { bytes: await app.blobs.get(fact.blob), fileName: evidenceFileName(fact) };
}
