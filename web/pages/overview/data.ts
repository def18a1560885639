import type { z } from 'zod';
import type { overview } from '../../../src/contract/endpoints/overview.ts';

/** What the first page shows, as its parts take it. */
export type Overview = z.output<(typeof overview)['output']>;
