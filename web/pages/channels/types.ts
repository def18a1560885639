import type { z } from 'zod';
import type { channels } from '../../../src/contract/endpoints/channels.ts';

export type ChannelRow = z.output<(typeof channels)['output']>['rows'][number];
