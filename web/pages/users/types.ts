import type { z } from 'zod';
import type { userRow } from '../../../src/contract/user.ts';

export type User = z.output<typeof userRow>;
