import type { NoticeText } from '../document.ts';
import type { Stated } from '../figure.ts';

const UNITS = /^[家个户名]$/;

/** 26家部门和9个县区参加: one of several numbers in a row, which only together are all there is. */
export function isOneOfSeveral(figure: Stated, figures: readonly Stated[], { paragraphs }: Pick<NoticeText, 'paragraphs'>): boolean {
  if (figure.place.in !== 'text' || !UNITS.test(figure.unit)) return false;
  const { block, start, end } = figure.place;
  const text = paragraphs.find((one) => one.block === block)?.text ?? '';
  return figures.some(({ place, unit }) => {
    if (place.in !== 'text' || place.block !== block || place.start === start || !UNITS.test(unit)) return false;
    const between = place.start < start ? text.slice(place.end, start) : text.slice(end, place.start);
    return /^[^，。；：:（(]{0,16}[、和及与][^，。；：:（(]{0,16}$/.test(between);
  });
}
