import { CATEGORIES, type Category } from '../../../core/category.ts';
import type { CHANNEL_STATES } from '../../../subjects/channel.ts';
import {
  CHANNEL_STATE_NAMES,
  type FilingState,
  PLATFORM_NAMES,
  type Platform,
  SITE_KIND_NAMES,
  type SiteKind,
} from '../../../subjects/channel.ts';
import { COLUMN_CLASS_NAMES, type ColumnClass } from '../../../subjects/column.ts';
import { UNIT_KIND_NAMES, type UnitKind } from '../../../subjects/unit.ts';
import { nameKey } from '../words/fold.ts';
import type { Rectified } from './draft.ts';

/** A closed list as offices write it: printed names for drop-downs and messages, and what else is understood. */
export interface WordList<T extends string> {
  names: readonly string[];
  find(text: string): T | null;
}

function wordList<T extends string>(names: Readonly<Record<T, string>>, synonyms: Partial<Record<T, readonly string[]>>): WordList<T> {
  const byKey = new Map<string, T>();
  for (const value of Object.keys(names) as T[]) {
    for (const word of [value, names[value], ...(synonyms[value] ?? [])]) byKey.set(nameKey(word), value);
  }
  return { names: Object.values(names), find: (text) => byKey.get(nameKey(text)) ?? null };
}

export const UNIT_KIND_WORDS: WordList<UnitKind> = wordList(UNIT_KIND_NAMES, {
  department: ['县直部门', '县级部门', '县直单位', '市直机关', '市直部门', '市直单位', '区直部门', '直属部门', '政府部门', '直属机构'],
  subdistrict: ['街道办', '街道办事处'],
  zone: ['管委会', '开发区', '高新区', '经开区'],
  area: ['县市区', '区县', '县', '市', '区'],
  sub_unit: ['下级单位', '二级单位', '内设机构', '二级机构'],
  community: ['居委会', '村委会', '村', '社区', '居委会/村', '村（社区）', '村居'],
  institution: ['事业', '直属事业单位'],
  office: ['办公室', '主管部门'],
  public_service_body: ['企事业单位', '公共企业', '公共事业单位'],
});

export const SITE_KIND_WORDS: WordList<SiteKind> = wordList(SITE_KIND_NAMES, {
  portal: ['门户网站', '门户', '政府门户', '县政府门户网站', '市政府门户网站', '区政府门户网站'],
  department_site: ['部门网站', '政府网站', '单位网站', '政府部门网站'],
  disclosure_site: ['政府信息公开网站', '信息公开', '信息公开平台', '政府信息公开平台', '政务公开网站', '信息公开子站'],
  institution_site: ['事业网站', '事业单位网'],
});

export const PLATFORM_WORDS: WordList<Platform> = wordList(PLATFORM_NAMES, {
  wechat: ['微信公众号', '公众号', '政务微信', '微信号', '微信订阅号', '订阅号', '微信服务号', '服务号', '微信公众平台', 'weixin'],
  weibo: ['政务微博', '新浪微博', '微博号', '新浪'],
  douyin: ['抖音号', '政务抖音', '抖音短视频'],
  wechat_channels: ['微信视频号', '政务视频号'],
  peoples_daily: ['人民日报人民号', '人民日报', '人民日报客户端'],
  toutiao: ['头条', '今日头条', '今日头条号', '政务头条', '政务头条号'],
  kuaishou: ['快手号', '政务快手'],
  app: ['政务app', '移动客户端', '客户端', '手机app', '手机客户端', '应用'],
  other: ['其它'],
});

/** Platforms known by name that have no list entry of their own yet: they are taken as 其他 and the report says so. */
export const OTHER_PLATFORMS = [
  '小红书',
  '哔哩哔哩',
  'B站',
  '学习强国',
  '学习强国号',
  '澎湃号',
  '澎湃',
  '百家号',
  '网易号',
  '企鹅号',
  '搜狐号',
  '一点号',
  '知乎',
  '小程序',
  '微信小程序',
  '西瓜视频',
  '喜马拉雅',
  '南方号',
];

export const COLUMN_CLASS_WORDS: WordList<ColumnClass> = wordList(COLUMN_CLASS_NAMES, {
  news: ['动态类', '要闻', '工作动态', '动态要闻类', '政务动态'],
  notices: ['通知公告类', '公告', '公告公示', '通知'],
  policy: ['政策文件类', '文件', '政策', '规范性文件'],
  interpretation: ['解读', '政策解读类'],
  finance: ['财政', '财政信息', '资金'],
  leaders: ['领导', '领导信息', '机构领导'],
  consultation: ['征集', '意见征集', '民意征集', '征集调查'],
  guide: ['信息公开指南', '指南', '政府信息公开指南'],
  messages: ['留言', '互动交流', '信箱', '咨询投诉', '互动'],
  other: ['其它', '其他类'],
});

export const CHANNEL_STATE_WORDS: WordList<(typeof CHANNEL_STATES)[number]> = wordList(CHANNEL_STATE_NAMES, {
  requested: ['申请中', '备案中', '待开设'],
  in_operation: ['正常', '运行', '运行中', '在运行', '在用', '已开通', '开通', '开设'],
  suspended: ['停运', '暂停', '暂停运行', '整改停运'],
  closing: ['待关停', '关停中', '拟注销'],
  closed: ['关停', '已关闭', '关闭', '停用', '已停用'],
  cancelled: ['注销'],
});

export const FILING_NAMES: Record<FilingState, string> = { filed: '是', unfiled: '否', unknown: '待核实' };
export const FILING_WORDS: WordList<FilingState> = wordList(FILING_NAMES, {
  filed: ['已备案', '备案', '有', '√', '已'],
  unfiled: ['未备案', '未', '无', '×', '没有', '未报备'],
  unknown: ['不详', '不清楚', '未知', '待查', '待核'],
});

export const YES_NO_NAMES = { yes: '是', no: '否' } as const;
export const YES_NO_WORDS: WordList<'yes' | 'no'> = wordList(YES_NO_NAMES, {
  yes: ['原创', '√', '有', 'true', '1'],
  no: ['转载', '非原创', '×', '无', 'false', '0'],
});

export const CATEGORY_WORDS: WordList<Category> = wordList(CATEGORIES, {
  column_overdue: ['栏目未更新', '栏目逾期', '超期未更新', '更新不及时'],
  column_due_soon: ['即将到期', '即将超期'],
  broken_link: ['死链', '断链', '错链', '链接不可用', '失效链接'],
  account_zombie: ['僵尸账号', '僵尸'],
  text_error: ['错别字', '表述错误', '文字差错', '文字表述错误'],
  serious_misstatement: ['严重表述错误', '严重错别字'],
  privacy_leak: ['隐私泄露', '泄露隐私'],
  site_unreachable: ['网站打不开', '无法访问'],
  account_stale: ['账号未更新', '新媒体未更新'],
});

export const RECTIFIED_NAMES: Record<Rectified, string> = { no: '未整改', partly: '整改不彻底', yes: '已整改', closed: '已销号' };
export const RECTIFIED_WORDS: WordList<Rectified> = wordList(RECTIFIED_NAMES, {
  no: ['否', '未完成', '未销号', '整改中', '正在整改', '未', '×', '待整改'],
  partly: ['部分整改', '整改不到位', '部分完成'],
  yes: ['是', '已完成', '整改完成', '完成', '√', '已整改到位', '整改到位', '整改完毕', '已办结'],
  closed: ['销号', '已闭环', '已办结销号', '办结销号'],
});

/** Every closed list of the sheets: which of them a column holds can be told from its cells. */
export const WORD_LISTS: readonly WordList<string>[] = [
  UNIT_KIND_WORDS,
  SITE_KIND_WORDS,
  PLATFORM_WORDS,
  COLUMN_CLASS_WORDS,
  CHANNEL_STATE_WORDS,
  FILING_WORDS,
  YES_NO_WORDS,
  RECTIFIED_WORDS,
];
