import { chineseDate } from '../../core/date.ts';
import type { Level, Paragraph, Part } from '../model.ts';
import type { Run } from '../run.ts';
import type { Snapshot } from '../snapshot.ts';
import { words } from '../words.ts';

export function paragraph(id: string, part: Part, level: Level, heading: string | null, runs: readonly Run[]): Paragraph {
  return { id, part, level, heading, runs };
}

/** 一、总体情况 and the like: a heading without text. */
export const chapter = (part: Part, heading: string): Paragraph => paragraph(`${part}.heading`, part, 1, heading, []);

/** Opening: what was watched, by whom, on what basis, up to which day (seeds N17, N21). */
export function opening(snapshot: Snapshot, watched: string): Paragraph {
  const { period, area, document } = snapshot;
  const basis = document.basis.map((b) => `《${b.title}》${b.number === null ? '' : `（${b.number}）`}`).join('');
  const by = document.monitor ?? document.issuer;
  const text = `${basis === '' ? '' : `依据${basis}，`}${by}对${area}${period.label}的${watched}情况进行了监测和人工复核，监测时间为${chineseDate(period.from)}至${chineseDate(period.cutoff)}。现将结果通报如下。`;
  return paragraph('opening', 'opening', 0, null, words`${text}`);
}
