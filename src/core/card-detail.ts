import { z } from 'zod';

/** One thing a person found at a card (人工检查卡): kept so in the fact of the answer, and shown so to whoever reads the answer. */
export const cardDetail = z.object({
  /** Which of the answers that blame it stands for. */
  answer: z.string(),
  text: z.string(),
  /** Where: title of the page or the column. */
  label: z.string(),
  url: z.string().nullable(),
  /** Name of the 办事服务 it is about. */
  service: z.string().nullable(),
  /** Ids of `card-picture` facts. */
  pictures: z.array(z.string()),
});
