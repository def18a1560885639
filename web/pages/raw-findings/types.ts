import type { z } from 'zod';
import type { rawFindings } from '../../../src/contract/endpoints/raw-findings.ts';

export type RawRow = z.output<(typeof rawFindings)['output']>['rows'][number];
