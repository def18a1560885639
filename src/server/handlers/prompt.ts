import { viewPrompt } from '../../app/prompts/view-prompts.ts';
import type { prompt } from '../../contract/endpoints/prompt.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof prompt> = (app, { areaId, promptId }) => viewPrompt(app, areaId, promptId);
