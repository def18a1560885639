import type { FigureDefinition } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import { monthlyAttachments } from '../monthly/attachments.ts';
import { overview } from '../monthly/overview.ts';
import { siteProblems } from '../monthly/site-problems.ts';
import { accountProblems } from '../parts/account-problems.ts';
import { assemble } from '../parts/assemble.ts';
import { disclosureFaults } from '../parts/disclosure-faults.ts';
import { chapter, opening, paragraph } from '../parts/paragraphs.ts';
import { problemList } from '../parts/problem-list.ts';
import { requirements } from '../parts/requirements.ts';
import { stock } from '../parts/stock.ts';
import { undecidedOf } from '../parts/undecided.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NoticeTemplate } from '../template.ts';
import { figure, words } from '../words.ts';

/** 月度监测通报: rates by kind of channel, units named once under their worst state, a table for each kind. */
export const template: NoticeTemplate = {
  id: 'monthly-monitoring',
  name: '月度监测通报',
  periods: ['month'],
  build(snapshot) {
    const rates = overview(snapshot);
    const ledger = stock(snapshot);
    const found = problems(snapshot);
    return assemble(snapshot, {
      template: 'monthly-monitoring',
      body: [
        opening(snapshot, '政府网站和政务新媒体'),
        ...rates.paragraphs,
        ...ledger.paragraphs,
        ...found.paragraphs,
        ...requirements(snapshot),
      ],
      attachments: monthlyAttachments(snapshot),
      figures: [...rates.figures, ...ledger.figures, ...found.figures],
      proposals: [],
    });
  },
};

const PROBLEM_UNITS: FigureDefinition = {
  id: 'sites.problemUnits',
  name: '网站查出问题的单位',
  unit: '家',
  decimals: 0,
  base: null,
  kind: null,
  from: { op: 'count', table: 'sites', where: [{ column: 'named', filled: true }], distinct: 'unit' },
};

function problems(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const sites = siteProblems(snapshot);
  const accounts = accountProblems(snapshot);
  const heading = chapter('problems', '存在问题');
  const faults = disclosureFaults(snapshot);
  if (sites.paragraphs.length + accounts.length + faults.length === 0)
    return { paragraphs: [heading, ...nothingFound(snapshot)], figures: [] };
  const total = sites.paragraphs.length === 0 ? [] : [introduction()];
  return {
    paragraphs: [heading, ...total, ...sites.paragraphs, ...accounts, ...faults],
    figures: [...(total.length > 0 ? [PROBLEM_UNITS] : []), ...sites.figures],
  };
}

function introduction(): Paragraph {
  return paragraph('problems.total', 'problems', 0, null, words`本期共有${figure(PROBLEM_UNITS.id)}单位的网站查出问题，逐条列在附件中。`);
}

/** Silence is not a pass: only what was decided is called free of problems, and nothing where the list has some. */
function nothingFound(snapshot: Snapshot): Paragraph[] {
  if (problemList(snapshot).length > 0) return [];
  const base = snapshot.channels.filter((channel) => channel.inBase);
  const { any, all } = undecidedOf(base, snapshot);
  if (all) return [paragraph('problems.none', 'problems', 0, null, words`本期纳入统计的网站和政务新媒体均未能认定，列在附件中。`)];
  const text = any ? words`已认定的网站和政务新媒体未查出问题，未能认定的列在附件中。` : words`本期未查出问题。`;
  return [paragraph('problems.none', 'problems', 0, null, text)];
}
