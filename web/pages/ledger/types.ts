import type { z } from 'zod';
import type { problems } from '../../../src/contract/endpoints/problems.ts';

export type Problems = z.output<(typeof problems)['output']>;
