import type { z } from 'zod';
import type { inspectionView, spotProtocol } from '../../../src/contract/draws.ts';
import type { drawChoices } from '../../../src/contract/endpoints/draw-choices.ts';
import type { draws } from '../../../src/contract/endpoints/draws.ts';
import type { myInspections } from '../../../src/contract/endpoints/my-inspections.ts';

export type DrawRow = z.output<(typeof draws)['output']>['rows'][number];
export type Choices = z.output<(typeof drawChoices)['output']>;
export type Inspection = z.output<typeof inspectionView>;
export type Spot = z.output<typeof spotProtocol>;
export type Task = z.output<(typeof myInspections)['output']>['rows'][number];
