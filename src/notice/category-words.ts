import type { Category } from '../core/category.ts';

/** Headings of the problems part, in printing order. */
export const THEMES = {
  availability: '网站运行不稳定',
  columns: '栏目内容保障不到位',
  pages: '页面质量有缺陷',
  freshness: '政务新媒体更新不及时',
  management: '政务新媒体管理不规范',
  review: '信息审核把关不严',
  interpretation: '政策解读有欠缺',
  catalogue: '公开目录和指南不完善',
  interaction: '互动办理不到位',
  venue: '政务公开专区建设不规范',
  volume: '信息报送和公开不主动',
  duty: '责任落实不到位',
} as const;
export type Theme = keyof typeof THEMES;
export const THEME_CODES = Object.keys(THEMES) as Theme[];

/** `found` follows the names of units or accounts: 甲局、乙镇 + found. Listed worst first inside a theme. */
export interface CategoryWords {
  theme: Theme;
  found: string;
  /** Follows the name of the very column, document or thing instead, where `found` would say it twice. */
  named?: string;
}

export const CATEGORY_WORDS: Readonly<Record<Category, CategoryWords>> = {
  site_unreachable: { theme: 'availability', found: '网站多次无法访问' },
  home_stale: { theme: 'columns', found: '网站首页超过规定时限未更新' },
  columns_veto: { theme: 'columns', found: '长期不更新的栏目达到单项否决数' },
  column_overdue: { theme: 'columns', found: '有栏目超过规定时限未更新', named: '栏目超过规定时限未更新' },
  column_empty: { theme: 'columns', found: '有栏目为空白', named: '栏目为空白' },
  column_sparse: { theme: 'columns', found: '有栏目内容偏少', named: '栏目内容偏少' },
  hidden_link: { theme: 'pages', found: '页面被植入暗链' },
  external_link: { theme: 'pages', found: '链接了不应链接的外部网站' },
  broken_link: { theme: 'pages', found: '有链接无法打开' },
  image_missing: { theme: 'pages', found: '有图片不能显示' },
  site_mark_missing: { theme: 'pages', found: '网站标识不全' },
  serious_misstatement: { theme: 'review', found: '有严重表述错误' },
  privacy_leak: { theme: 'review', found: '公开内容含有个人隐私' },
  text_error: { theme: 'review', found: '有文字差错' },
  logic_error: { theme: 'review', found: '有前后矛盾的内容' },
  off_topic_content: { theme: 'review', found: '发布了与职责无关的内容' },
  review_lapse: { theme: 'review', found: '信息发布审核不严' },
  carry_over_not_rectified: { theme: 'duty', found: '对上期通报的问题没有整改' },
  carry_over_partly_rectified: { theme: 'duty', found: '对上期通报的问题整改不彻底' },
  account_zombie: { theme: 'freshness', found: '长期停更，成为“僵尸”账号' },
  account_stale: { theme: 'freshness', found: '超过规定时限未更新' },
  account_weekly_minimum: { theme: 'freshness', found: '没有达到每周更新要求' },
  account_low_output: { theme: 'freshness', found: '发布量偏少或原创偏少' },
  account_unfiled: { theme: 'management', found: '没有备案即开设' },
  account_not_cancelled: { theme: 'management', found: '应当注销而没有注销' },
  account_duplicate: { theme: 'management', found: '在同一平台重复开设' },
  account_navigation: { theme: 'management', found: '导航栏目内容陈旧或不能打开' },
  account_poor_upkeep: { theme: 'management', found: '日常维护不力' },
  interpretation_missing: { theme: 'interpretation', found: '政策文件没有配发解读', named: '没有配发解读' },
  interpretation_forms_short: { theme: 'interpretation', found: '政策解读形式不足', named: '解读形式不足' },
  guide_error: { theme: 'catalogue', found: '信息公开指南有错误' },
  catalogue_late: { theme: 'catalogue', found: '标准目录编制滞后', named: '编制滞后' },
  catalogue_not_followed: { theme: 'catalogue', found: '没有按标准目录公开' },
  not_disclosed: { theme: 'catalogue', found: '应当公开的信息没有公开' },
  ticket_overdue: { theme: 'interaction', found: '工单延期办结' },
  ticket_low_satisfaction: { theme: 'interaction', found: '工单满意度偏低' },
  interaction_poor: { theme: 'interaction', found: '对来信来电回应不充分' },
  service_guide_incomplete: { theme: 'interaction', found: '办事指南要素不全' },
  venue_sign_missing: { theme: 'venue', found: '专区标识设置不规范', named: '设置不规范' },
  venue_material_missing: { theme: 'venue', found: '专区资料摆放不全', named: '没有提供' },
  low_volume: { theme: 'volume', found: '信息发布数量偏少' },
  training_not_attended: { theme: 'duty', found: '培训任务没有落实', named: '没有落实' },
  duty_lapse: { theme: 'duty', found: '没有落实专人负责' },
  secret_leak: { theme: 'review', found: '公开内容涉及国家秘密' },
  harmful_content: { theme: 'review', found: '发布或链接了有害内容' },
  security_accident: { theme: 'duty', found: '安全事故处置不力' },
  falsification: { theme: 'duty', found: '工作中弄虚作假' },
  public_backlash: { theme: 'duty', found: '引发严重负面舆情' },
  service_poor: { theme: 'interaction', found: '网上服务不实用' },
  app_unusable: { theme: 'management', found: '移动客户端无法正常使用' },
  content_wrong: { theme: 'review', found: '公开内容不准确' },
  domain_irregular: { theme: 'pages', found: '域名或名称不规范' },
  search_poor: { theme: 'pages', found: '搜索功能不可用' },
  ipv6_missing: { theme: 'pages', found: '不支持IPv6访问' },
  error_entry_missing: { theme: 'pages', found: '没有设置网站找错入口' },
  column_due_soon: { theme: 'columns', found: '有栏目临近更新时限', named: '栏目临近更新时限' },
};

const ORDER = Object.keys(CATEGORY_WORDS) as Category[];

/** Rank of a category, worst first; an unknown code (a profile of its own) comes last but one, before 即将到期. */
export function severityRank(category: string): number {
  const index = ORDER.indexOf(category as Category);
  return index === -1 ? ORDER.length - 1.5 : index;
}

/** Words for a category; one that is not in the list is named as the snapshot names it. */
export function categoryWords(category: string, name: string): CategoryWords {
  return CATEGORY_WORDS[category as Category] ?? { theme: 'duty', found: `存在“${name}”问题` };
}
