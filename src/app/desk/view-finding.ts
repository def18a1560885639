import type { Scope } from '../../core/role.ts';
import { VERDICT_NAMES } from '../../core/verdict.ts';
import type { Fact } from '../../evidence/fact.ts';
import type { FactKind } from '../../evidence/facts.ts';
import type { ProblemEvent } from '../../ledger/event.ts';
import { WEAKNESSES } from '../../ledger/review-reasons.ts';
import { inStock, PROBLEM_STATUS_CODES } from '../../ledger/status.ts';
import { listMergeable, listMergedInto, type NearLine } from '../../store/desk.ts';
import { latestCheckOf, pictureOf } from '../../store/desk-evidence.ts';
import { findFacts } from '../../store/facts.ts';
import { listEvents } from '../../store/problem-events.ts';
import { readAreaSettings } from '../area-settings.ts';
import type { App } from '../open.ts';
import { describeFact } from '../views/fact-words.ts';
import { viewProblem } from '../views/problem.ts';
import { namedCategory, namedStatus } from '../views/words.ts';
import { ruleWords } from './rule-words.ts';

/** Statuses of problems that take another one in (`whyNotMergeable`). */
const TAKES_IN = PROBLEM_STATUS_CODES.filter((status) => status === 'suspected' || (inStock(status) && status !== 'rechecked_ok'));
/** Facts whose kept bytes are a page that a frame can show. */
const PAGES: readonly FactKind[] = [
  'home',
  'column-list',
  'article',
  'guide',
  'page-again',
  'search-engine-view',
  'page-intrusion',
  'proof',
];
/** Facts whose kept bytes are a picture. */
export const PICTURES: readonly FactKind[] = ['page-view', 'card-picture'];
const MOST_ITEMS = 6;

/** Everything a person needs to decide on one finding: the evidence as kept, the rule in plain words, what came before. Throws 'not-found'. */
export async function viewFinding(app: App, areaId: string, problemId: string, scope: Scope) {
  const whole = await viewProblem(app, areaId, problemId, scope);
  const events = await listEvents(app.db, problemId);
  const { channel } = whole.row;
  const [first] = events;
  const checkId = typeof first?.data.check === 'string' ? first.data.check : null;
  const subject = typeof first?.data.subject === 'string' ? first.data.subject : null;
  const [settings, facts, picture, latest, mergeable, merged] = await Promise.all([
    readAreaSettings(app.db, areaId),
    channel ? findFacts(app.db, channel.id, [...new Set(events.flatMap(evidenceOf))]) : [],
    channel && whole.row.placeUrl ? pictureOf(app.db, channel.id, whole.row.placeUrl) : null,
    channel && checkId && subject ? latestCheckOf(app.db, areaId, { channelId: channel.id, checkId, subjectId: subject }) : null,
    listMergeable(app.db, problemId, TAKES_IN),
    listMergedInto(app.db, problemId),
  ]);
  const shown = picture && !facts.some(({ id }) => id === picture.id) ? [...facts, picture] : facts;
  return {
    ...whole,
    rule: await ruleWords(settings, checkId, whole.row.foundOn),
    marks: Array.isArray(first?.data.marks) ? [...first.data.marks] : [],
    isWeakness: WEAKNESSES.some((category) => category === whole.row.category.code),
    evidence: shown.toSorted((a, b) => b.at.localeCompare(a.at)).map(evidenceLine),
    // What the last judgement of the area says of the same place: a finding may have gone before anybody looked.
    latest: latest && { day: latest.day, verdictName: VERDICT_NAMES[latest.verdict], isClear: latest.verdict === 'pass' },
    mergeable: mergeable.map(nearLine),
    merged: merged.map(nearLine),
  };
}

const evidenceOf = ({ data: { evidence } }: ProblemEvent): readonly string[] => (Array.isArray(evidence) ? evidence : []);

const nearLine = ({ id, text, placeLabel, category, status, firstFoundOn }: NearLine) => ({
  id,
  text,
  place: placeLabel,
  category: namedCategory(category),
  status: namedStatus(status),
  foundOn: firstFoundOn,
});

function evidenceLine(fact: Fact) {
  return {
    ...describeFact(fact),
    shows:
      fact.blob === null
        ? null
        : PICTURES.includes(fact.kind)
          ? ('picture' as const)
          : PAGES.includes(fact.kind)
            ? ('page' as const)
            : null,
    items: itemsOf(fact),
  };
}

/** The newest lines of a list as it was read: the dates a stale claim rests on. */
function itemsOf(fact: Fact): { date: string | null; title: string; href: string | null }[] {
  if (fact.kind !== 'home' && fact.kind !== 'column-list') return [];
  const { items } = (fact as Fact<'home' | 'column-list'>).data;
  return items
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, MOST_ITEMS)
    .map(({ date, title, href }) => ({ date, title, href }));
}
