import { MingchaError } from '../../core/error.ts';
import { tidyRuns } from '../../core/tidy-runs.ts';
import type { Paragraph } from '../model.ts';
import { type DraftParagraph, type NoticeEdits, OWN } from './model.ts';
import { printOf } from './runs.ts';

/**
 * What the office's paragraphs change of the template's: the layer that is kept. A template paragraph that is missing was
 * removed; one with other words was changed; one with an id of its own was added.
 * @throws bad-input when an id is neither the template's nor the office's own, or comes twice.
 */
export function layerOf(
  body: readonly Paragraph[],
  paragraphs: readonly DraftParagraph[],
  before: NoticeEdits,
): Pick<NoticeEdits, 'order' | 'removed' | 'changed' | 'added'> {
  const template = new Map(body.map((paragraph) => [paragraph.id, paragraph]));
  const ids = paragraphs.map(({ id }) => id);
  const wrong = ids.find((id, i) => ids.indexOf(id) !== i || !(template.has(id) || id.startsWith(OWN)));
  if (wrong !== undefined)
    throw new MingchaError('bad-input', `草稿中的段落“${wrong}”不属于这份通报或重复出现。`, '请刷新页面后重新编辑。');
  const changed: Record<string, NoticeEdits['changed'][string]> = {};
  for (const { id, heading, runs } of paragraphs) {
    const original = template.get(id);
    if (!original || printOf({ heading, runs }) === printOf(original)) continue;
    const kept = before.changed[id];
    // Left as it was saved: the print of what it was made over stays, so that a template changed since is still noticed.
    const over = kept && printOf(kept) === printOf({ heading, runs }) ? kept.over : printOf(original);
    changed[id] = { heading, runs: tidyRuns(runs), over };
  }
  const removed = body.flatMap(({ id }) => (ids.includes(id) ? [] : [id]));
  const added = paragraphs.filter(({ id }) => !template.has(id)).map((one) => ({ ...one, runs: tidyRuns(one.runs) }));
  const asTemplate = body.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const same = asTemplate.length === ids.length && asTemplate.every((id, i) => id === ids[i]);
  return { order: same ? [] : ids, removed, changed, added };
}
