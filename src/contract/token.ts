import { z } from 'zod';
import { MACHINE_RIGHT_CODES, type MachineRight } from './machine-right.ts';

export const machineRight = z.enum(MACHINE_RIGHT_CODES as [MachineRight, ...MachineRight[]]);

export const machineToken = z.object({
  id: z.string(),
  name: z.string(),
  rights: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.string(),
  expiresAt: z.string().nullable(),
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
