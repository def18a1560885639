import type { z } from 'zod';
import type { rectificationReports } from '../../../src/contract/endpoints/rectification-reports.ts';

export type ReportRow = z.output<(typeof rectificationReports)['output']>['rows'][number];
