import { z } from 'zod';
import { id } from './fields.ts';

/** Shapes of who answers for what that several endpoints share. */
export const dutyCode = z.enum(['publisher', 'supervisor', 'drafter', 'reviewer']);
export const namedUnit = z.object({ id: z.string(), name: z.string() });
export const words = (most: number) => z.string().trim().max(most);
export const stated = (most: number) =>
  words(most)
    .nullable()
    .transform((text) => text || null);
/** A page's address: nothing but the web. */
export const webAddress = z
  .string()
  .trim()
  .max(1000)
  .nullable()
  .transform((text) => text || null)
  .refine((text) => text === null || /^https?:\/\/\S+$/u.test(text), '网址应以 http:// 或 https:// 开头');
export const ofArea = z.object({ areaId: id });
