import type { CalendarDate } from '../core/date.ts';
import { stableId } from '../core/id.ts';

/** 单位类别; Chinese names in UNIT_KIND_NAMES. */
export const UNIT_KINDS = [
  'town',
  'township',
  'subdistrict',
  'department',
  'zone',
  'area',
  'sub_unit',
  'community',
  'institution',
  'office',
  'public_service_body',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];
export const UNIT_KIND_NAMES: Record<UnitKind, string> = {
  town: '镇',
  township: '乡',
  subdistrict: '街道',
  department: '部门',
  zone: '园区',
  area: '县市区',
  sub_unit: '下属单位',
  community: '居委会、村',
  institution: '事业单位',
  office: '办公机构',
  public_service_body: '公共企事业单位',
};

/** 单位. */
export interface Unit {
  id: string;
  areaId: string;
  /** Canonical short name: 县住建局. */
  name: string;
  kind: UnitKind;
  /** Group used in tables of notices: 乡镇, 县直部门 … */
  group: string | null;
  /** Other names of the same unit: 县城管局 for 县城管执法局. */
  aliases: readonly string[];
  /** 加挂牌子: second name plates printed in brackets: 县人防办. */
  namePlates: readonly string[];
  parentId: string | null;
  /** Position in printed tables. */
  order: number;
  activeFrom: CalendarDate | null;
  /** Last day of existence; null while it exists. */
  activeTo: CalendarDate | null;
}

export const unitId = (areaId: string, name: string): string => stableId('unit', areaId, name);

/** Name as printed: 县住建局（县人防办）. */
export function printedUnitName(unit: Pick<Unit, 'name' | 'namePlates'>): string {
  return unit.namePlates.length ? `${unit.name}（${unit.namePlates.join('、')}）` : unit.name;
}

/** Whether something with a span exists on a day; both ends count. */
export function activeOn(span: { activeFrom: CalendarDate | null; activeTo: CalendarDate | null }, day: CalendarDate): boolean {
  return (span.activeFrom === null || span.activeFrom <= day) && (span.activeTo === null || day <= span.activeTo);
}
