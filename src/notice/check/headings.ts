import { THEMES } from '../category-words.ts';
import type { ProblemHeading } from '../parts/problem-headings.ts';

/** Accounts are listed in full in the attachment. */
const LISTED = 5;

/** Headings of the quarterly check: by the field of work, disclosure first. */
export const CHECK_HEADINGS: readonly ProblemHeading[] = [
  {
    id: 'disclosure',
    heading: '政务公开信息发布不到位',
    themes: ['catalogue', 'volume'],
    categories: ['column_sparse', 'column_empty'],
  },
  { id: 'sites', heading: '政府网站内容保障不到位', themes: ['availability', 'columns', 'pages', 'interpretation'] },
  { id: 'accounts', heading: '政务新媒体监管不规范', themes: ['freshness', 'management'], most: LISTED },
  { id: 'review', heading: THEMES.review, themes: ['review'] },
  { id: 'interaction', heading: THEMES.interaction, themes: ['interaction'] },
  { id: 'venue', heading: THEMES.venue, themes: ['venue'] },
  { id: 'duty', heading: THEMES.duty, themes: ['duty'] },
];
