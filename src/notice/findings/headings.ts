import { THEMES } from '../category-words.ts';
import type { ProblemHeading } from '../parts/problem-headings.ts';

/** Headings of the problem notice, in the order of the fields of work. */
export const FINDING_HEADINGS: readonly ProblemHeading[] = [
  { id: 'standards', heading: '基层政务公开标准化规范化要求落实不够', themes: ['catalogue', 'columns', 'volume'] },
  { id: 'availability', heading: THEMES.availability, themes: ['availability', 'pages'] },
  { id: 'interpretation', heading: THEMES.interpretation, themes: ['interpretation'] },
  {
    id: 'interaction',
    heading: '政民互动办理不到位',
    themes: ['interaction'],
    categories: ['ticket_overdue', 'ticket_low_satisfaction', 'interaction_poor'],
  },
  { id: 'accounts', heading: '政务新媒体运维不规范', themes: ['freshness', 'management'] },
  { id: 'review', heading: THEMES.review, themes: ['review'] },
  { id: 'services', heading: '政务服务信息不完整', themes: [], categories: ['service_guide_incomplete', 'service_poor'] },
  { id: 'venue', heading: THEMES.venue, themes: ['venue'] },
  { id: 'duty', heading: THEMES.duty, themes: ['duty'] },
];
