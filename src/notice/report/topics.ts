import { categoryWords } from '../category-words.ts';
import type { FigureDefinition } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import type { NamingProposal } from '../naming.ts';
import { activitiesOf, activitySentence } from '../parts/activity-words.ts';
import { handling } from '../parts/handling.ts';
import { chapter, paragraph } from '../parts/paragraphs.ts';
import { goodWork } from '../parts/praise.ts';
import { problemClauses } from '../parts/problem-clauses.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ActivityTopic } from '../snapshot-disclosure.ts';
import { words } from '../words.ts';
import { TOPIC_FINDINGS } from './headings.ts';
import { publishingWords } from './publishing.ts';

interface Topics {
  paragraphs: Paragraph[];
  figures: FigureDefinition[];
  proposals: NamingProposal[];
}

/** Topics of work with what was done and what was found there; the order is that of the report. */
const WORK: readonly { topic: ActivityTopic; heading: string; findings: readonly string[] }[] = [
  { topic: 'training', heading: '业务培训情况', findings: TOPIC_FINDINGS.training },
  { topic: 'model', heading: '示范建设情况', findings: [] },
  { topic: 'venue', heading: '政务公开专区建设情况', findings: TOPIC_FINDINGS.venue },
  { topic: 'catalogue', heading: '标准目录编制情况', findings: TOPIC_FINDINGS.catalogue },
  { topic: 'interpretation', heading: '政策解读情况', findings: TOPIC_FINDINGS.interpretation },
];

/** ［基本情况］: eight topics; one without data is left out, not printed empty (seeds N02). */
export function topics(snapshot: Snapshot): Topics {
  const publishing = snapshot.disclosure?.publishing;
  const published = publishing ? publishingWords(publishing) : { runs: [], figures: [], proposals: [] };
  const letters = handling(snapshot);
  const watched = findings(snapshot, TOPIC_FINDINGS.monitoring);
  const work = WORK.map(({ topic, heading, findings: categories }) => {
    const activities = activitiesOf(snapshot, topic).map((row) => activitySentence(row, snapshot));
    const found = findings(snapshot, categories);
    const good = topic === 'model' ? goodWork(snapshot, 'model', '建设进展较好：') : [];
    return {
      id: topic as string,
      heading,
      runs: words`${activities.flatMap(({ runs }) => runs)}${good}${found.runs}`,
      figures: [...activities.flatMap(({ figures }) => figures), ...found.figures],
    };
  });
  const all = [
    { id: 'publishing', heading: '信息发布情况', ...published },
    { id: 'handling', heading: '互动交流办理情况', ...letters },
    {
      id: 'monitoring',
      heading: '日常监测情况',
      runs: watched.runs.length === 0 ? [] : words`监测发现：${watched.runs}`,
      figures: watched.figures,
    },
    ...work,
  ].filter(({ runs }) => runs.length > 0);
  if (all.length === 0) return { paragraphs: [], figures: [], proposals: [] };
  return {
    paragraphs: [
      chapter('overview', '基本情况'),
      ...all.map(({ id, heading, runs }) => paragraph(`overview.${id}`, 'overview', 2, heading, runs)),
    ],
    figures: all.flatMap(({ figures }) => figures),
    proposals: published.proposals,
  };
}

/** Problems of these categories as clauses, everyone named. */
function findings(snapshot: Snapshot, categories: readonly string[]): { runs: Run[]; figures: FigureDefinition[] } {
  const entries = snapshot.problems
    .filter((problem) => problem.level !== 'note' && categories.includes(problem.category))
    .map((problem) => ({ problem, ...categoryWords(problem.category, problem.categoryName) }));
  if (entries.length === 0) return { runs: [], figures: [] };
  const clauses = problemClauses(entries, snapshot, Number.POSITIVE_INFINITY);
  return { runs: words`${clauses.runs}。`, figures: clauses.figures };
}
