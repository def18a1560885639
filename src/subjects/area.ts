import { stableId } from '../core/id.ts';

/** 地区: county, city or province; a tree. */
export const AREA_LEVELS = ['province', 'city', 'county', 'township'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

export interface Area {
  id: string;
  name: string;
  level: AreaLevel;
  parentId: string | null;
}

export const areaId = (name: string, parentId: string | null = null): string => stableId('area', parentId ?? '', name);
