import { GUIDE_FIELDS, SHARED_GUIDE_FIELDS } from '../../../src/core/guide-field.ts';
import type { Kind } from './types.ts';

/** One box of the form. */
export interface Field {
  key: string;
  label: string;
  as: 'text' | 'day' | 'unit';
  hint?: string;
  must?: boolean;
}

const SHARED: readonly string[] = SHARED_GUIDE_FIELDS;
const HINTS: Readonly<Record<string, string>> = {
  fax: '没有传真的填“无”',
  mailAddress: '与办公地址相同也请填写',
  phone: '0797-1234567，多个用顿号分开',
};
const GUIDE: readonly Field[] = Object.entries(GUIDE_FIELDS).map(([key, label]) => ({ key, label, as: 'text', hint: HINTS[key] }));

/** The boxes of a unit's contact record, and of the hall's, which every guide shares. */
export const UNIT_FIELDS = GUIDE.filter(({ key }) => !SHARED.includes(key));
export const HALL_FIELDS = GUIDE.filter(({ key }) => SHARED.includes(key));

const POST_HOLDER: readonly Field[] = [
  { key: 'name', label: '姓名', as: 'text', must: true },
  { key: 'post', label: '职务', as: 'text', must: true, hint: '如 局长' },
  { key: 'unitId', label: '单位', as: 'unit' },
  { key: 'from', label: '任职日期', as: 'day' },
  { key: 'to', label: '离任日期', as: 'day', hint: '在任的不填' },
];
const FORMER_NAME: readonly Field[] = [
  { key: 'name', label: '曾用名', as: 'text', must: true },
  { key: 'until', label: '停用日期', as: 'day', must: true, hint: '使用旧名的最后一天' },
  { key: 'now', label: '现名称', as: 'text', hint: '没有承接单位的不填' },
];

export function fieldsOf(kind: Kind, unitId: string | null): readonly Field[] {
  if (kind === 'post-holder') return POST_HOLDER;
  if (kind === 'former-name') return FORMER_NAME;
  return unitId === null ? HALL_FIELDS : UNIT_FIELDS;
}

/** Names of everything a record may hold, for its history. */
const NAMES: Readonly<Record<string, string>> = {
  ...GUIDE_FIELDS,
  post: '职务',
  from: '任职日期',
  to: '离任日期',
  until: '停用日期',
  now: '现名称',
};

export interface Difference {
  label: string;
  before: string;
  after: string;
}

/** What an act changed, field by field; an empty string = nothing stood or stands there. */
export function differences(kindName: string, before: unknown, after: unknown): Difference[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [from, to] = [was.get(key) ?? '', is.get(key) ?? ''];
    const label = key === 'name' ? (kindName === '任职人员' ? '姓名' : '曾用名') : (NAMES[key] ?? key);
    return from === to ? [] : [{ label, before: from, after: to }];
  });
}

/** The fields of a contact record stand one level down. */
function flat(data: unknown): Map<string, string> {
  const { fields, ...rest } = (data ?? {}) as { fields?: object };
  return new Map(Object.entries({ ...fields, ...rest }).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}
