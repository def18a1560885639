import type { z } from 'zod';
import type { myPrompts } from '../../../src/contract/endpoints/my-prompts.ts';
import type { patrols } from '../../../src/contract/endpoints/patrols.ts';
import type { prompt } from '../../../src/contract/endpoints/prompt.ts';
import type { promptChoices } from '../../../src/contract/endpoints/prompt-choices.ts';
import type { prompts } from '../../../src/contract/endpoints/prompts.ts';

export type PromptRow = z.output<(typeof prompts)['output']>['rows'][number];
export type PromptUnits = z.output<(typeof promptChoices)['output']>['units'];
export type Detail = z.output<(typeof prompt)['output']>;
export type UnitRow = Detail['units'][number];
export type Mine = z.output<(typeof myPrompts)['output']>;
export type MyPrompt = Mine['open'][number];
export type PatrolList = z.output<(typeof patrols)['output']>;
export type Patrol = PatrolList['rows'][number];

/** Everything a change of a prompt or a patrol may show in. */
export const KEYS = { prompts: 'prompts', mine: 'my-prompts', patrols: 'patrols' } as const;
