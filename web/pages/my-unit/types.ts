import type { z } from 'zod';
import type { myUnit } from '../../../src/contract/endpoints/my-unit.ts';

export type MyUnit = z.output<(typeof myUnit)['output']>;
