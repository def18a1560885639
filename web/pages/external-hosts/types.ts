import type { z } from 'zod';
import type { externalHosts } from '../../../src/contract/endpoints/external-hosts.ts';

export type Hosts = z.output<(typeof externalHosts)['output']>;
export type HostRow = Hosts['rows'][number];
export type Standing = NonNullable<z.input<(typeof externalHosts)['input']>['standing']>;

/** A row is one name on one site. */
export const idOf = ({ siteId, name }: Pick<HostRow, 'siteId' | 'name'>): string => `${siteId} ${name}`;

/** Whether a person has to decide on it, or may decide otherwise. */
export const isDecidable = ({ standing }: HostRow): boolean => !['government', 'neutral'].includes(standing.code);

/** How rows are listed by standing, what waits for a person first. */
export const STANDINGS: readonly (readonly [code: Standing, name: string, tone: string])[] = [
  ['changed', '准许后有变化', 'bad'],
  ['open', '尚未研判', 'warn'],
  ['refused', '不得链接', 'bad'],
  ['allowed', '已准许', 'good'],
  ['neutral', '公认网站', 'calm'],
  ['government', '政府域名', 'calm'],
];
