import type { z } from 'zod';
import type { importPreview } from '../../../src/contract/endpoints/import-preview.ts';
import type { importsRun } from '../../../src/contract/endpoints/imports-run.ts';

export type PreviewData = z.output<(typeof importPreview)['output']>;
export type ReportData = z.output<(typeof importsRun)['output']>;
export type Choices = NonNullable<z.input<(typeof importPreview)['input']>['choices']>;
