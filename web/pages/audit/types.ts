import type { z } from 'zod';
import type { audit } from '../../../src/contract/endpoints/audit.ts';

export type AuditReport = z.output<(typeof audit)['output']>;
