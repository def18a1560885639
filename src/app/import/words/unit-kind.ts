import type { UnitKind } from '../../../subjects/unit.ts';

/** 单位类别 that a name's own last word tells, most telling first. */
const BY_ENDING: readonly (readonly [RegExp, UnitKind])[] = [
  [/(居委会|村委会|居民委员会|村民委员会|社区|村)$/, 'community'],
  [/镇(人民政府|政府)?$/, 'town'],
  [/乡(人民政府|政府)?$/, 'township'],
  [/街道(办事处|办)?$/, 'subdistrict'],
  [/(管委会|管理委员会|开发区|高新区|经开区|园区)$/, 'zone'],
  [/(大队|支队|所|站|队)$/, 'sub_unit'],
  [/(医院|学校|中学|小学|自来水公司|供电公司|燃气公司|公交公司|水务公司|有限公司)$/, 'public_service_body'],
  [/(中心|馆|学院|研究院|研究室|台|党校)$/, 'institution'],
  [/(局|委|委员会|办|办公室|分局|室|组|社|会|院|厅|联)$/, 'department'],
  [/^[省市县区州](?=.{2})/, 'department'],
];

/** Proposal for a unit whose kind the file does not say; null when the name tells nothing. */
export function kindByName(name: string): UnitKind | null {
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1] ?? null;
}
