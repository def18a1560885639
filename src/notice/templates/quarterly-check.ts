import { accountList } from '../check/account-list.ts';
import { CHECK_HEADINGS } from '../check/headings.ts';
import { siteOverview } from '../check/site-overview.ts';
import type { FigureDefinition } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import { DEFAULT_NAMING } from '../naming.ts';
import { activitiesOf, activitySentence } from '../parts/activity-words.ts';
import { assemble } from '../parts/assemble.ts';
import { interpretationAttachment, interpretationSentence } from '../parts/interpretation.ts';
import { outsideAccounts, outsideAttachment } from '../parts/outside.ts';
import { chapter, opening, paragraph } from '../parts/paragraphs.ts';
import { goodWork } from '../parts/praise.ts';
import { problemHeadings } from '../parts/problem-headings.ts';
import { requirements } from '../parts/requirements.ts';
import { stock } from '../parts/stock.ts';
import { accountOverview, FAILING } from '../quarterly/account-overview.ts';
import type { Snapshot } from '../snapshot.ts';
import { ACTIVITY_TOPICS } from '../snapshot-disclosure.ts';
import type { NoticeTemplate } from '../template.ts';
import { words } from '../words.ts';

/** Pass rates of a check show two decimals: one account of 112 is 99.11 %. */
const DECIMALS = 2;

/** 季度检查通报: sites and accounts by pass rate, accounts with 单项否决, documents short of interpretation, as lists. */
export const template: NoticeTemplate = {
  id: 'quarterly-check',
  name: '季度政务公开和政府网站检查通报',
  periods: ['quarter'],
  build(snapshot) {
    const choice = snapshot.naming ?? DEFAULT_NAMING;
    const work = disclosureWork(snapshot);
    const sites = siteOverview(snapshot, choice, DECIMALS);
    const accounts = accountOverview(snapshot, choice, { decimals: DECIMALS, byKind: false, blame: false });
    const outside = outsideAccounts(snapshot);
    const ledger = stock(snapshot);
    const found = problemHeadings(snapshot, { title: '存在的主要问题', headings: CHECK_HEADINGS });
    const forms = interpretationSentence(snapshot);
    return assemble(snapshot, {
      template: 'quarterly-check',
      body: [
        opening(snapshot, '政务公开、政府网站和政务新媒体'),
        chapter('overview', '总体情况'),
        ...work.paragraphs,
        ...sites.paragraphs,
        ...accounts.paragraphs.map((one) => ({
          ...one,
          heading: '政务新媒体工作',
          runs: words`${one.runs}${outside.runs}${goodWork(snapshot, 'account', '表现形式多样，采用')}`,
        })),
        ...ledger.paragraphs,
        ...found.paragraphs,
        ...(forms.runs.length === 0 ? [] : [paragraph('problems.forms', 'problems', 0, null, forms.runs)]),
        ...requirements(snapshot),
      ],
      attachments: [
        ...accountList(snapshot, '存在突出问题的政务新媒体名单', FAILING),
        ...interpretationAttachment(snapshot, '政策解读未达到要求的文件名单'),
        ...outsideAttachment(snapshot, '未纳入合格率统计的网站和政务新媒体'),
      ],
      figures: [
        ...work.figures,
        ...sites.figures,
        ...accounts.figures,
        ...outside.figures,
        ...ledger.figures,
        ...found.figures,
        ...forms.figures,
      ],
      proposals: accounts.proposals,
    });
  },
};

/** 政务公开工作: what the office and the units did in the period; left out when nothing is recorded. */
function disclosureWork(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const sentences = [null, ...ACTIVITY_TOPICS].flatMap((topic) =>
    activitiesOf(snapshot, topic).map((row) => activitySentence(row, snapshot)),
  );
  const runs = words`${sentences.flatMap((sentence) => sentence.runs)}${goodWork(snapshot, 'model', '工作走在前列：')}`;
  if (runs.length === 0) return { paragraphs: [], figures: [] };
  return {
    paragraphs: [paragraph('overview.work', 'overview', 2, '政务公开工作', runs)],
    figures: sentences.flatMap((sentence) => sentence.figures),
  };
}
