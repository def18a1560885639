import { canonicalJson } from '../../../core/canonical-json.ts';
import { GUIDE_FIELDS } from '../../../core/guide-field.ts';
import { isLimit, limitName } from '../../../core/limit.ts';
import { CHANNEL_STATE_NAMES, PLATFORM_NAMES, SITE_KIND_NAMES } from '../../../subjects/channel.ts';
import { COLUMN_CLASS_NAMES } from '../../../subjects/column.ts';
import { UNIT_KIND_NAMES } from '../../../subjects/unit.ts';
import type { Change, ImportPlan } from '../plan/plan-import.ts';
import { VOLUME_TITLES } from '../settle/settle-volumes.ts';
import { SHEET_SPECS } from '../sheets/catalogue.ts';
import type { SheetId } from '../sheets/spec.ts';
import { FILING_NAMES } from '../sheets/words.ts';

/** A record an import changes, with what is kept now and what would be kept after. */
export interface ChangedRow {
  /** 单位, 网站 … as the template names its sheets. */
  sheet: string;
  name: string;
  fields: readonly { field: string; from: string; to: string }[];
}

/** What changes in every record of a plan; records are named as people know them. */
export function changedRows(plan: ImportPlan, unitNames: ReadonlyMap<string, string>): ChangedRow[] {
  const parts: (readonly [SheetId, Change<object>])[] = [
    ['unit', plan.units],
    ['site', plan.sites],
    ['column', plan.columns],
    ['account', plan.accounts],
    ['post', plan.posts],
    ['volume', plan.volumes],
    ...plan.records.map((record) => [record.kind, record] as const),
  ];
  return parts.flatMap(([id, { change, was }]) =>
    change.flatMap((record, i) =>
      rowOf(SHEET_SPECS.find((spec) => spec.id === id)?.title ?? '', flat(was[i] ?? {}), flat(record), unitNames),
    ),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** What a record says beyond the register stands in its `data`. */
function flat(record: object): Fields {
  const { data, fields, ...own } = record as { data?: object; fields?: object };
  return { ...own, ...(data ? flat(data) : {}), ...(fields ?? {}) };
}

function rowOf(sheet: string, was: Fields, now: Fields, units: ReadonlyMap<string, string>): ChangedRow[] {
  const fields = Object.keys(now).flatMap((key) => {
    const field = FIELD_NAMES[key];
    if (field === undefined || canonicalJson(was[key] ?? null) === canonicalJson(now[key] ?? null)) return [];
    return [{ field, from: shown(key, was[key], units), to: shown(key, now[key], units) }];
  });
  return fields.length === 0 ? [] : [{ sheet, name: nameOf(now, units), fields }];
}

function nameOf(now: Fields, units: ReadonlyMap<string, string>): string {
  const own = Array.isArray(now.path) ? now.path.join('—') : (now.title ?? now.name);
  const unit = typeof now.unitId === 'string' ? units.get(now.unitId) : undefined;
  const parts = [own, own === undefined ? unit : null, typeof now.period === 'string' ? now.period : null];
  return parts.filter((part) => typeof part === 'string' && part !== '').join('，') || (unit ?? '（未命名）');
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: '名称',
  kind: '类别',
  group: '分组',
  aliases: '别名',
  namePlates: '加挂牌子',
  parentId: '上级',
  activeFrom: '启用日期',
  activeTo: '停用日期',
  unitId: '单位',
  supervisingUnitId: '主管单位',
  url: '网址',
  states: '运行状态',
  platform: '平台',
  level: '级别',
  filing: '是否备案',
  filedOn: '备案日期',
  filingNumber: '备案号',
  feedUrl: '订阅地址',
  class: '栏目类别',
  limit: '更新时限',
  minimumPerYear: '每年至少条数',
  date: '发布日期',
  day: '日期',
  title: '标题',
  original: '是否原创',
  reads: '阅读数',
  likes: '点赞数',
  ...VOLUME_TITLES,
  source: '来源',
  received: '收到件数',
  overdue: '逾期件数',
  forms: '解读形式',
  issued: '印发日期',
  number: '文号',
  origin: '转载来源',
  publishedOn: '发布日期',
  due: '时限',
  place: '地点',
  post: '职务',
  from: '起',
  to: '止',
  until: '止',
  now: '现名',
  form: '形式',
  consultations: '咨询',
  leads: '线索',
  messages: '留言',
  replies: '回复',
  indexNumber: '索引号',
  ...GUIDE_FIELDS,
};

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { ...UNIT_KIND_NAMES, ...SITE_KIND_NAMES },
  platform: PLATFORM_NAMES,
  filing: FILING_NAMES,
  class: COLUMN_CLASS_NAMES,
};

function shown(key: string, value: unknown, units: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value.map((one) => (isSpell(one) ? `${CHANNEL_STATE_NAMES[one.state]}（${one.from}起）` : String(one))).join('、');
  if (typeof value === 'object') return 'value' in value ? String(value.value) : canonicalJson(value);
  if (typeof value !== 'string') return String(value);
  if (key === 'limit' && isLimit(value)) return limitName(value);
  return WORDS[key]?.[value] ?? units.get(value) ?? value;
}

const isSpell = (value: unknown): value is { state: keyof typeof CHANNEL_STATE_NAMES; from: string } =>
  typeof value === 'object' && value !== null && 'state' in value && 'from' in value;
