import { readEvidence } from '../../app/views/evidence-bytes.ts';
import type { evidenceBytes } from '../../contract/endpoints/evidence-bytes.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof evidenceBytes> = async (app, { areaId, channelId, factId }) => ({
  ...(await readEvidence(app, areaId, channelId, factId)),
  as: 'evidence',
});
