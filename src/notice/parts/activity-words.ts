import type { FigureDefinition } from '../figure.ts';
import { counted } from '../figure-definitions.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { ACTIVITY_KINDS, type ActivityRow, type ActivityTopic } from '../snapshot-disclosure.ts';
import { figure, names, quoted, words } from '../words.ts';
import { monthDay } from './dates.ts';

interface Sentence {
  runs: Run[];
  figures: FigureDefinition[];
}

/** Activities of a topic (null: 工作动态) by day, those without a day last (seeds O09). */
export function activitiesOf(snapshot: Snapshot, topic: ActivityTopic | null): ActivityRow[] {
  const rows = (snapshot.disclosure?.activities ?? []).filter((row) => row.topic === topic);
  const dated = rows.filter((row) => row.from !== null);
  return [
    ...dated.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : a.from === b.from ? 0 : 1)),
    ...rows.filter((row) => row.from === null),
  ];
}

/** One activity as a sentence: when, who with whom, what; then who was quick and who was late. */
export function activitySentence(row: ActivityRow, snapshot: Snapshot): Sentence {
  const figures: FigureDefinition[] = [];
  const bound = (column: 'people' | 'groupUnits', name: string, unit: string): Run => {
    const id = `activities.${row.id}.${column}`;
    figures.push(counted(id, name, unit, { op: 'value', table: 'activities', rows: [row.id], column }));
    return figure(id);
  };
  const group = row.group === null ? [] : words`${bound('groupUnits', '涉及单位', '个')}${quoted(row.group.name)}`;
  const units = words`${group}${row.group !== null && row.units.length > 0 ? '和' : ''}${names(row.units)}`;
  const what = words`${ACTIVITY_KINDS[row.kind]}${row.matter === null ? [] : words`“${quoted(row.matter)}”`}`;
  const people = row.people === null ? [] : words`，${bound('people', '参加人数', '人')}参加`;
  const quick = row.quick.length === 0 ? [] : words`${names(row.quick)}落实较快。`;
  const slow = row.slow.length === 0 ? [] : words`${names(row.slow)}落实迟缓。`;
  return { runs: words`${when(row, snapshot)}，${deed(row, units, what, snapshot)}${people}。${quick}${slow}`, figures };
}

function deed(row: ActivityRow, units: readonly Run[], what: readonly Run[], snapshot: Snapshot): Run[] {
  const host = row.host === null ? [] : [quoted(row.host)];
  if (row.kind === 'prompt') {
    const due = row.due === null ? '' : `${monthDay(row.due)}（含当日）前`;
    const matter = row.matter === null ? words`做好相关工作` : words`完成“${quoted(row.matter)}”`;
    return words`${host}提示${units.length === 0 ? words`各单位` : units}${due}${matter}`;
  }
  if (units.length === 0) return words`${host.length === 0 ? [quoted(snapshot.area)] : host}开展${what}`;
  return host.length === 0 ? words`${units}开展${what}` : words`${host}组织${units}开展${what}`;
}

/** 4月9日, 3月11日至4月30日, 4月 or 本季度 where only the period is known. */
function when({ from, to }: ActivityRow, { period }: Snapshot): string {
  if (from === null) return period.kind === 'month' ? `${Number(period.from.slice(5, 7))}月` : '本季度';
  return to === null || to === from ? monthDay(from) : `${monthDay(from)}至${monthDay(to)}`;
}
