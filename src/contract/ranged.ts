import { z } from 'zod';
import { list } from './fields.ts';

/**
 * 范围 of a list: the area of the address alone (本级), or with every area below it (全市), and which of them. Whoever may see a
 * list of an area may see those of the areas below it, and of each no more than its own closed list shows to the role.
 */
export const ranged = {
  range: z.enum(['own', 'whole']).default('own'),
  /** Areas of the whole range it is narrowed to; none = all of them. */
  area: list,
};

/** 范围 of a picture: of the whole range the areas stand in it, each as one. */
export const rangeOnly = { range: ranged.range };
