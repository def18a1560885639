import { guideFindings } from '../../text/place/guide/tell-guide.ts';
import type { PageLayer } from '../../text/proofread.ts';

const GUIDE_TITLE = /公开(?:工作)?指南/;

/** What the records say of the unit a guide's title names, and whose a value is. */
export type RecordsOf = (title: string) => [Parameters<typeof guideFindings>[1], Parameters<typeof guideFindings>[2]];

/**
 * Layer L3 over the draft of a disclosure guide: its fields against the records of the unit its title names, and of the hall.
 * Without records only what needs none is told.
 */
export function guideLayer(records: RecordsOf | null): PageLayer {
  return {
    layer: 'L3',
    read(text, blocks) {
      const [first] = blocks;
      const title = first ? text.slice(first.start, first.end) : '';
      if (!GUIDE_TITLE.test(title)) return [];
      return records === null ? guideFindings(text, []) : guideFindings(text, ...records(title));
    },
  };
}
