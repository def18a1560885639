import { THEMES } from '../category-words.ts';
import type { FigureDefinition } from '../figure.ts';
import { groupBy } from '../group-by.ts';
import type { Paragraph } from '../model.ts';
import { paragraph } from '../parts/paragraphs.ts';
import type { Run } from '../run.ts';
import type { ChannelRow, Snapshot } from '../snapshot.ts';
import { figure, listed, quoted, words } from '../words.ts';
import { type SiteState, siteState } from './site-state.ts';

interface NamedUnit {
  unit: string;
  channel: ChannelRow;
  state: SiteState;
}

/**
 * Names every unit with a problem of its sites exactly once, under the worst state of all its sites: untouched, half done,
 * then what was found this period by severity, 即将到期 last. Consecutive periods stand behind the name (seeds N18).
 */
export function siteProblems(snapshot: Snapshot): { paragraphs: Paragraph[]; figures: FigureDefinition[] } {
  const named = worstByUnit(snapshot).toSorted((a, b) => a.state.rank - b.state.rank);
  const groups = groupBy(named, (entry) => entry.state.group);
  const figures: FigureDefinition[] = [];
  const name = (entry: NamedUnit): Run[] => {
    const { channel } = entry;
    if (channel.verdict !== 'fail' || channel.failedInARow < 2) return [quoted(entry.unit)];
    const id = `run.${channel.id}`;
    figures.push(consecutive(id, entry.unit, channel, snapshot));
    return words`${quoted(entry.unit)}（连续${figure(id)}不合格）`;
  };
  const paragraphs = [...groups].map(([group, entries]) => {
    const heading = group === 'carry-over' ? '部分单位对上期问题整改不到位' : THEMES[group];
    const clauses = [...groupBy(entries, (entry) => entry.state.found)].map(([found, units]) => words`${listed(units.map(name))}${found}`);
    return paragraph(`problems.sites.${group}`, 'problems', 2, heading, words`${listed(clauses, '；')}。`);
  });
  return { paragraphs, figures };
}

function consecutive(id: string, unit: string, channel: ChannelRow, snapshot: Snapshot): FigureDefinition {
  const from = { op: 'value' as const, table: 'channels', rows: [channel.id], column: 'failedInARow' };
  return {
    id,
    name: `${unit}连续不合格`,
    unit: snapshot.period.kind === 'month' ? '个月' : '个季度',
    decimals: 0,
    base: null,
    kind: null,
    from,
  };
}

function worstByUnit(snapshot: Snapshot): NamedUnit[] {
  const worst = new Map<string, NamedUnit>();
  for (const channel of snapshot.channels) {
    if (channel.type !== 'site' || !channel.inBase) continue;
    const state = siteState(channel, snapshot);
    const before = worst.get(channel.unit);
    if (state && (!before || state.rank < before.state.rank)) worst.set(channel.unit, { unit: channel.unit, channel, state });
  }
  return [...worst.values()];
}
