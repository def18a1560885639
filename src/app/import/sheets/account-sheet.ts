import { PLATFORM_NAMES, type Platform } from '../../../subjects/channel.ts';
import { nameKey, tidyName } from '../words/fold.ts';
import type { Drafts } from './draft.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetContext, SheetSpec } from './spec.ts';
import { readState, STATE_FIELDS } from './state-fields.ts';
import { FILING_NAMES, FILING_WORDS, OTHER_PLATFORMS, PLATFORM_WORDS } from './words.ts';

/** How tables of notices print 没有这个账号. */
const NO_ACCOUNT = /^(\/|-+|—+|无|暂无|未开通|没有|×)$/;

/** 政务新媒体账号: one account a row, or one unit a row with a column of names for each platform (微信名称, 微博名称). */
export const ACCOUNT_SHEET: SheetSpec = {
  id: 'account',
  title: '新媒体账号',
  synonyms: ['账号', '新媒体', '政务新媒体', '政务新媒体账号', '新媒体名单', '账号名单', '新媒体底册', '账号表', '政务新媒体名单'],
  purpose: '各单位的政务新媒体账号（含 APP），一个账号一行。同名账号在几个平台上的，各写一行。',
  ignored: ['检查结果', '巡查结果', '突出问题', '存在的突出问题', '存在突出问题', '是否整改', '是否单项否决'],
  wide: {
    tag: (title) => PLATFORM_WORDS.find(title.replace(/(账号名称|名称|账号名|账号)$/, '')),
    replaces: ['platform', 'name'],
  },
  fields: {
    unit: {
      title: '主办单位',
      synonyms: ['单位名称', '单位', '所属单位', '开设单位', '地区（单位）', '地区'],
      required: true,
      hint: '名称要能在“单位”表里找到。',
      examples: ['县住建局', '大河镇'],
      width: 24,
    },
    platform: {
      title: '平台',
      synonyms: ['平台类型', '账号平台', '类别', '类型', '所属平台', '平台名称', '新媒体类型', '新媒体类别'],
      required: true,
      hint: '从下拉列表选择；公众号、政务微信等写法也认得。',
      values: PLATFORM_WORDS.names,
      examples: ['微信', '抖音'],
      width: 12,
    },
    name: {
      title: '账号名称',
      synonyms: ['名称', '账号', '新媒体名称', '政务新媒体名称', '政务新媒体账号名称', '新媒体账号名称', '账号名'],
      required: true,
      hint: '平台上显示的名称。',
      examples: ['某县住建', '大河发布'],
      width: 26,
    },
    supervisor: { title: '主管单位', synonyms: ['监管单位', '主管部门'], hint: '与主办单位不同时填。', examples: ['', ''], width: 20 },
    level: {
      title: '级别',
      synonyms: ['账号级别', '层级'],
      hint: '如：县级部门、乡镇；不填则按单位的分组。',
      examples: ['县级部门', '乡镇'],
      width: 12,
    },
    filing: {
      title: '是否备案',
      synonyms: ['备案', '备案情况', '备案状态', '是否已备案'],
      hint: '从下拉列表选择；不填视为待核实。未备案的账号列出但不计入合格率基数。',
      values: FILING_WORDS.names,
      examples: ['是', '是'],
      width: 10,
    },
    filedOn: { title: '备案日期', synonyms: ['备案时间'], hint: '如 2019-05-20。', examples: ['2019-05-20', ''], width: 14 },
    filingNumber: { title: '备案号', synonyms: ['备案编号'], hint: '没有的不填。', examples: ['', ''], width: 16 },
    ...STATE_FIELDS,
    feed: {
      title: '订阅地址',
      synonyms: ['RSS地址', 'feed地址', '采集地址', 'RSS'],
      hint: '账号的 RSS、Atom 或 JSON 订阅地址；没有的不填，发布情况用“发布记录”表导入。',
      examples: ['', ''],
      width: 32,
    },
  },
  read(row, drafts, context) {
    const unit = row.name('unit');
    const rest = readCommon(row, context);
    if (context.block.wide.length > 0) readWide(row, unit, rest, drafts);
    if (!context.block.fields.has('platform') || !context.block.fields.has('name')) return;
    const [platform, name] = [readPlatform(row, context), row.name('name')];
    if (unit === undefined || platform === undefined || name === undefined) return;
    drafts.accounts.push({ place: row.place, repeated: row.cell('name').merged, unit, platform, name, ...rest });
  },
};

function readCommon(row: RowReader, { today }: SheetContext) {
  const rest = {
    supervisingUnit: row.name('supervisor'),
    level: row.plain('level'),
    filing: row.choice('filing', FILING_WORDS),
    filedOn: row.date('filedOn'),
    filingNumber: row.text('filingNumber'),
    feedUrl: row.url('feed'),
    ...readState(row, today),
  };
  if (rest.filing === 'unfiled' && (rest.filedOn !== undefined || rest.filingNumber !== undefined)) {
    row.fault('filing', `填了备案日期或备案号，就不应是“${FILING_NAMES.unfiled}”：应为“${FILING_NAMES.filed}”，或删去备案日期和备案号`);
  }
  return rest;
}

/** A platform known by name but not yet in the list is taken as 其他, visibly; anything else is a fault. */
function readPlatform(row: RowReader, { remarks }: SheetContext): Platform | undefined {
  const text = row.cell('platform').text;
  if (!OTHER_PLATFORMS.some((name) => nameKey(name) === nameKey(text))) return row.choice('platform', PLATFORM_WORDS);
  remarks.warn(`平台“${text}”还没有单列，登记为“${PLATFORM_NAMES.other}”。`);
  return 'other';
}

function readWide(row: RowReader, unit: string | undefined, rest: ReturnType<typeof readCommon>, drafts: Drafts): void {
  for (const { tag, cell } of row.wideCells()) {
    if (unit === undefined || cell.text === '' || NO_ACCOUNT.test(cell.text)) continue;
    drafts.accounts.push({ place: row.place, repeated: cell.merged, unit, platform: tag as Platform, name: tidyName(cell.shown), ...rest });
  }
}
