import { reviewFile } from '../../app/wording/queue-file.ts';
import type { textErrorsFile } from '../../contract/endpoints/text-errors-file.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof textErrorsFile> = async (app, { areaId, state, site, layer, severity, q, unlikely }) => ({
  ...(await reviewFile(app, areaId, { state, siteId: site, layer, severity, words: q, unlikely: unlikely === 'yes' })),
  as: 'document',
});
