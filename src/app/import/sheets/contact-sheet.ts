import { GUIDE_FIELD_CODES, GUIDE_FIELDS, type GuideField, SHARED_GUIDE_FIELDS } from '../../../core/guide-field.ts';
import { UNDATED } from '../../../disclosure/office-record.ts';
import { phonesIn } from '../../../text/place/guide/guide-phone.ts';
import type { FieldSpec } from './field.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetSpec } from './spec.ts';

/** In place of a unit: the hall that all units share. */
const HALL = '政务服务厅';
const IS_HALL = /^政务服务(?:大?厅|中心)(?:[（(]共用[）)])?$/;

const OWN_FIELDS = GUIDE_FIELD_CODES.filter((field) => !(SHARED_GUIDE_FIELDS as readonly string[]).includes(field));
const SYNONYMS: Partial<Record<GuideField, readonly string[]>> = {
  receivingOffice: ['受理机构名称', '受理单位', '工作机构', '信息公开机构'],
  address: ['地址', '办公地点', '单位地址'],
  mailAddress: ['通信地址', '通讯地址', '收件地址'],
  phone: ['电话', '办公电话', '咨询电话', '电话号码'],
  fax: ['传真号码', '传真电话'],
  postcode: ['邮编'],
  hours: ['工作时间', '受理时间', '对外办公时间'],
  email: ['邮箱', '电子邮件', '电子信箱'],
};
const EXAMPLES: Partial<Record<GuideField, readonly [string, string]>> = {
  receivingOffice: ['某县民政局办公室', ''],
  address: ['某县人民路8号203室', '某县兴业路2号政务服务中心一楼'],
  phone: ['0558-1234567', '0558-7654321'],
  fax: ['无', ''],
  postcode: ['236000', ''],
  hours: ['8:00-12:00，14:30-17:30', ''],
};

const fields = Object.fromEntries(
  OWN_FIELDS.map((field): [string, FieldSpec] => [
    field,
    {
      title: GUIDE_FIELDS[field],
      synonyms: SYNONYMS[field] ?? [],
      hint: field === 'fax' ? '没有传真的写“无”；不清楚的不填，不填的不比对。' : '指南上应写的内容；不填的不比对。',
      examples: EXAMPLES[field] ?? ['', ''],
      width: field === 'address' || field === 'mailAddress' || field === 'hours' ? 32 : 18,
    },
  ]),
);

/** 指南登记信息: what each unit's disclosure guide should say, and the hall's address and telephone once for all (seeds D12, D13). */
export const CONTACT_SHEET: SheetSpec = {
  id: 'contact',
  title: '指南登记信息',
  synonyms: ['信息公开指南登记', '指南信息', '单位联系方式', '指南登记', '公开指南信息'],
  purpose: '各单位信息公开指南应写的受理机构、地址、电话等，一个单位一行；政务服务厅的地址和电话单独一行，各单位指南共用。',
  ignored: ['联系人', '填报人'],
  fields: {
    unit: {
      title: '单位',
      synonyms: ['单位名称', '责任单位', '部门'],
      required: true,
      hint: `单位名称；共用的政务服务厅写“${HALL}”。`,
      examples: ['县民政局', HALL],
      width: 24,
    },
    ...fields,
  },
  read(row, drafts) {
    const unit = row.name('unit');
    const values = valuesOf(row);
    if (unit === undefined || Object.keys(values).length === 0) return;
    const isHall = IS_HALL.test(unit);
    const shared = { hallAddress: values.address, hallPhone: values.phone };
    const kept = isHall ? Object.fromEntries(Object.entries(shared).filter(([, value]) => value !== undefined)) : values;
    const about = { unit: isHall ? undefined : unit, perUnit: true as const };
    drafts.records.push({ place: row.place, kind: 'contact', day: UNDATED, ...about, account: undefined, key: [], data: { fields: kept } });
  },
};

function valuesOf(row: RowReader): Partial<Record<GuideField, string>> {
  const values: Partial<Record<GuideField, string>> = {};
  for (const field of OWN_FIELDS) {
    const value = row.plain(field);
    if (value === undefined || faultOf(field, value, row)) continue;
    values[field] = value;
  }
  return values;
}

/** A record that holds a slip accuses a unit that is right. */
function faultOf(field: GuideField, value: string, row: RowReader): boolean {
  if (value === '无') return false;
  const message =
    ((field === 'phone' || field === 'fax') && phonesIn(value).length === 0 && '看不出号码，应写成 0558-1234567；没有的写“无”') ||
    (field === 'postcode' && !/^\d{6}$/.test(value.normalize('NFKC')) && '邮政编码应为6位数字') ||
    (field === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.normalize('NFKC')) && '不是电子邮箱，应写成 name@example.gov.cn');
  if (message) row.fault(field, message);
  return Boolean(message);
}
