import { chineseDate } from '../../core/date.ts';
import type { FigureDefinition } from '../figure.ts';
import type { Paragraph } from '../model.ts';
import { activitiesOf, activitySentence } from '../parts/activity-words.ts';
import { assemble } from '../parts/assemble.ts';
import { chapter, paragraph } from '../parts/paragraphs.ts';
import { problemHeadings } from '../parts/problem-headings.ts';
import { requirements } from '../parts/requirements.ts';
import { REPORT_HEADINGS, TOPIC_FINDINGS } from '../report/headings.ts';
import { publishingAttachments } from '../report/publishing-tables.ts';
import { topics } from '../report/topics.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NoticeTemplate } from '../template.ts';
import { words } from '../words.ts';

/** 政务公开月报: editor's note, bracketed sections, ● topics; a topic or section without data is left out (seeds N02). */
export const template: NoticeTemplate = {
  id: 'monthly-report',
  name: '政务公开月报',
  periods: ['month'],
  build(snapshot) {
    const work = topics(snapshot);
    const news = activities(snapshot);
    const found = problems(snapshot);
    const publishing = snapshot.disclosure?.publishing ?? null;
    return assemble(snapshot, {
      template: 'monthly-report',
      marks: 'bullets',
      body: [editorNote(snapshot), ...work.paragraphs, ...news.paragraphs, ...found.paragraphs, ...requirements(snapshot)],
      attachments: publishing === null ? [] : publishingAttachments(snapshot, publishing),
      figures: [...work.figures, ...news.figures, ...found.figures],
      proposals: work.proposals,
    });
  },
};

const NOTE = '本期月报汇总各单位政务公开工作的进展、查出的问题和下一步要求，请对照查改，所列情况供年度考核参考。';

/** 编者按 with the span it speaks of (seeds N17). */
function editorNote(snapshot: Snapshot): Paragraph {
  const { document, period } = snapshot;
  const note = document.editorNote ?? NOTE;
  const span = `本期统计自${chineseDate(period.from)}至${chineseDate(period.cutoff)}。`;
  return paragraph('opening', 'opening', 0, null, words`${`编者按：${note}${span}`}`);
}

/** ［工作动态］ by day, undated ones last (seeds O09). */
function activities(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const rows = activitiesOf(snapshot, null).map((row) => ({ id: row.id, ...activitySentence(row, snapshot) }));
  if (rows.length === 0) return { paragraphs: [], figures: [] };
  return {
    paragraphs: [
      chapter('activities', '工作动态'),
      ...rows.map(({ id, runs }) => paragraph(`activities.${id}`, 'activities', 2, null, runs)),
    ],
    figures: rows.flatMap(({ figures }) => figures),
  };
}

/** ［存在问题］ without what the topics of 基本情况 told already: every unit is named for a problem once. */
function problems(snapshot: Snapshot): ReturnType<typeof problemHeadings> {
  const told: readonly string[] = Object.values(TOPIC_FINDINGS).flat();
  const rest = { ...snapshot, problems: snapshot.problems.filter((problem) => !told.includes(problem.category)) };
  const found = problemHeadings(rest, { title: '存在问题', headings: REPORT_HEADINGS });
  const open = rest.problems.some((problem) => problem.level !== 'note');
  const marked = (snapshot.disclosure?.faults ?? []).length > 0;
  return open || marked || snapshot.problems.length === 0 ? found : { paragraphs: [], figures: [] };
}
