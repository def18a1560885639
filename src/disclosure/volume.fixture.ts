import type { Volume } from './volume.ts';

/** A row with nothing reported but what is given. */
export function volume(unit: string, over: Partial<Volume> = {}): Volume {
  return {
    unit,
    group: '乡镇',
    submitted: null,
    approved: null,
    errors: null,
    annualTask: null,
    publishedTotal: null,
    publishedInPeriod: null,
    ...over,
  };
}
