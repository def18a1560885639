import { DEFAULT_NAMING } from '../naming.ts';
import { assemble } from '../parts/assemble.ts';
import { outsideAttachment } from '../parts/outside.ts';
import { chapter, opening } from '../parts/paragraphs.ts';
import { problemHeadings, THEME_HEADINGS } from '../parts/problem-headings.ts';
import { requirements } from '../parts/requirements.ts';
import { stock } from '../parts/stock.ts';
import { accountOverview, FAILING } from '../quarterly/account-overview.ts';
import { accountAttachment } from '../quarterly/account-table.ts';
import { volumeOverview } from '../quarterly/volume-overview.ts';
import { volumeAttachment } from '../quarterly/volume-table.ts';
import type { NoticeTemplate } from '../template.ts';

/** How many places a wording names before 等; the attachment has them all. */
const HEADINGS = THEME_HEADINGS.map((heading) => ({ ...heading, most: 3 }));

/** 季度通报: volumes with their remainder outside the table, account pass rate, problems by theme, two tables. */
export const template: NoticeTemplate = {
  id: 'quarterly-accounts',
  name: '季度政务公开和政务新媒体通报',
  periods: ['quarter'],
  build(snapshot) {
    const choice = snapshot.naming ?? DEFAULT_NAMING;
    const { label } = snapshot.period;
    // A portal's total without a table of units is no report of units.
    const volumes = snapshot.volumes && snapshot.volumes.groups.length > 0 ? snapshot.volumes : null;
    const table = volumes && volumeAttachment(volumes, `${label}政务公开信息报送审发情况统计表`);
    const volume = volumes && table ? volumeOverview(volumes, table.columns, choice) : null;
    const accounts = accountOverview(snapshot, choice, { decimals: 1, byKind: true, blame: true });
    const ledger = stock(snapshot);
    const found = problemHeadings(snapshot, { title: '主要问题', headings: HEADINGS });
    return assemble(snapshot, {
      template: 'quarterly-accounts',
      body: [
        opening(snapshot, '政务公开和政务新媒体'),
        chapter('overview', '总体情况'),
        ...(volume?.paragraphs ?? []),
        ...accounts.paragraphs,
        ...ledger.paragraphs,
        ...found.paragraphs,
        ...requirements(snapshot),
      ],
      attachments: [
        ...(table ? [table.attachment] : []),
        ...accountAttachment(snapshot, `${label}突出问题政务新媒体名单`, FAILING),
        ...outsideAttachment(snapshot, `${label}未纳入合格率统计的政务新媒体`),
      ],
      figures: [...(volume?.figures ?? []), ...accounts.figures, ...ledger.figures, ...found.figures],
      proposals: [...(volume?.proposals ?? []), ...accounts.proposals],
    });
  },
};
