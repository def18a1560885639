import type { z } from 'zod';
import type { picturesCalendar } from '../../../src/contract/endpoints/pictures-calendar.ts';
import type { picturesFreshness } from '../../../src/contract/endpoints/pictures-freshness.ts';
import type { picturesTrends } from '../../../src/contract/endpoints/pictures-trends.ts';
import type { picturesUnits } from '../../../src/contract/endpoints/pictures-units.ts';
import type { picturesWeaknesses } from '../../../src/contract/endpoints/pictures-weaknesses.ts';

export type Calendar = z.output<(typeof picturesCalendar)['output']>;
export type CalendarEntry = Calendar['entries'][number];
export type FreshnessPicture = z.output<(typeof picturesFreshness)['output']>;
export type Trend = z.output<(typeof picturesTrends)['output']>;
export type TrendRow = Trend['rows'][number];
export type UnitStates = z.output<(typeof picturesUnits)['output']>;
export type Weak = z.output<(typeof picturesWeaknesses)['output']>;
