import type { z } from 'zod';
import type { above } from '../../../src/contract/endpoints/above.ts';
import type { assessmentEntries } from '../../../src/contract/endpoints/assessment-entries.ts';
import type { assessmentScheme } from '../../../src/contract/endpoints/assessment-scheme.ts';
import type { assessmentYear } from '../../../src/contract/endpoints/assessment-year.ts';
import type { indicators } from '../../../src/contract/endpoints/indicators.ts';
import type { whatIf } from '../../../src/contract/endpoints/what-if.ts';

export type YearScores = z.output<(typeof assessmentYear)['output']>;
export type UnitRow = YearScores['units'][number];
export type Entries = z.output<(typeof assessmentEntries)['output']>;
export type Entry = Entries['rows'][number];
export type Objection = Entry['objections'][number];
export type SchemeAnswer = z.output<(typeof assessmentScheme)['output']>;
export type SchemeItem = SchemeAnswer['scheme']['items'][number];
export type Indicators = z.output<(typeof indicators)['output']>;
export type Indicator = Indicators['rows'][number];
export type Above = z.output<(typeof above)['output']>;
export type WhatIf = z.output<(typeof whatIf)['output']>;

/** Marks as people write them: 93.5, −2. */
export const marks = (points: number): string => String(Math.round(points * 100) / 100).replace('-', '−');
export const signed = (points: number): string => (points > 0 ? `+${marks(points)}` : marks(points));
