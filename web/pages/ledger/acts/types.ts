import type { z } from 'zod';
import type { problemRectification } from '../../../../src/contract/endpoints/problem-rectification.ts';

export type Rectification = z.output<(typeof problemRectification)['output']>;
