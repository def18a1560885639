import { viewPromptChoices } from '../../app/prompts/view-prompts.ts';
import type { promptChoices } from '../../contract/endpoints/prompt-choices.ts';
import type { Handler } from '../handler.ts';

export const handle: Handler<typeof promptChoices> = (app, { areaId }) => viewPromptChoices(app, areaId);
