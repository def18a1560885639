import { FINDING_HEADINGS } from '../findings/headings.ts';
import { findingsOverview } from '../findings/overview.ts';
import { DEFAULT_NAMING } from '../naming.ts';
import { assemble } from '../parts/assemble.ts';
import { opening } from '../parts/paragraphs.ts';
import { problemHeadings } from '../parts/problem-headings.ts';
import { requirements } from '../parts/requirements.ts';
import { stock } from '../parts/stock.ts';
import type { NoticeTemplate } from '../template.ts';

/** 问题和要求通报: no tables, so that every unit with a problem is named in the text under the heading of its field. */
export const template: NoticeTemplate = {
  id: 'problems-and-requirements',
  name: '问题和工作要求通报',
  periods: ['month', 'quarter'],
  build(snapshot) {
    const overview = findingsOverview(snapshot, snapshot.naming ?? DEFAULT_NAMING);
    const ledger = stock(snapshot);
    const found = problemHeadings(snapshot, { title: '存在问题', headings: FINDING_HEADINGS });
    return assemble(snapshot, {
      template: 'problems-and-requirements',
      body: [opening(snapshot, '政务公开'), ...overview.paragraphs, ...ledger.paragraphs, ...found.paragraphs, ...requirements(snapshot)],
      attachments: [],
      figures: [...overview.figures, ...ledger.figures, ...found.figures],
      proposals: [],
    });
  },
};
