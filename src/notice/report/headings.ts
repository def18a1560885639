import { THEMES } from '../category-words.ts';
import type { ProblemHeading } from '../parts/problem-headings.ts';

/** Findings told under a topic of 基本情况, beside what was done there. */
export const TOPIC_FINDINGS = {
  monitoring: ['account_stale', 'account_zombie', 'site_unreachable', 'home_stale', 'columns_veto'],
  training: ['training_not_attended'],
  venue: ['venue_sign_missing', 'venue_material_missing'],
  catalogue: ['catalogue_late'],
  interpretation: ['interpretation_missing', 'interpretation_forms_short'],
} as const satisfies Record<string, readonly string[]>;

/** Headings of 存在问题 in the monthly report. */
export const REPORT_HEADINGS: readonly ProblemHeading[] = [
  { id: 'columns', heading: '栏目更新不及时', themes: ['columns', 'volume', 'catalogue'] },
  { id: 'pages', heading: '链接和图片有问题', themes: ['availability', 'pages'] },
  { id: 'accounts', heading: '政务新媒体管理不到位', themes: ['freshness', 'management'] },
  { id: 'content', heading: '发布内容质量不高', themes: [], categories: ['off_topic_content', 'logic_error', 'content_wrong'] },
  {
    id: 'review',
    heading: '审核校对把关不严',
    themes: ['review'],
    categories: ['guide_error', 'serious_misstatement', 'text_error', 'review_lapse'],
  },
  { id: 'interaction', heading: THEMES.interaction, themes: ['interaction', 'interpretation', 'venue'] },
  { id: 'duty', heading: THEMES.duty, themes: ['duty'] },
];
