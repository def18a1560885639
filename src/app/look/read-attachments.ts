import { type Net, SITE_DEFAULTS } from '../../collect/index.ts';
import { fetchAttachment, keepAttachment } from '../../collect/site/keep-attachment.ts';
import type { FactData } from '../../evidence/facts.ts';
import type { BlobStore } from '../../evidence/store.ts';
import type { Walk } from './walk.ts';

/** One after another at the pace of the site; a look that was stopped keeps what it has read. */
export async function readAttachments(input: {
  attachments: Walk['attachments'];
  net: Net;
  blobs: BlobStore;
  signal?: AbortSignal;
}): Promise<FactData<'attachment'>[]> {
  const { attachments, signal } = input;
  const read: FactData<'attachment'>[] = [];
  for (const target of attachments.first) {
    if (signal?.aborted) break;
    try {
      const look = await fetchAttachment(input, target, SITE_DEFAULTS.attachmentBytes, null);
      if (look.outcome === 'ok' || look.outcome === 'too-large') read.push((await keepAttachment(input, target, look)).data);
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
  return read;
}
