import type { z } from 'zod';
import type { bodies } from '../../../src/contract/endpoints/bodies.ts';
import type { programmes } from '../../../src/contract/endpoints/programmes.ts';
import type { supervised } from '../../../src/contract/endpoints/supervised.ts';
import type { unitPosts } from '../../../src/contract/endpoints/unit-posts.ts';

export type Posts = z.output<(typeof unitPosts)['output']>;
export type PostRow = Posts['rows'][number];
export type Body = z.output<(typeof bodies)['output']>['rows'][number];
export type Programme = z.output<(typeof programmes)['output']>['rows'][number];
export type Supervised = z.output<(typeof supervised)['output']>['rows'][number];
