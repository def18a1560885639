import { guideFindings } from '../../text/place/guide/tell-guide.ts';
import type { PageLayer } from '../../text/proofread.ts';
import { belongsTo, unitNamedIn } from '../directory/belongs-to.ts';
import { type Directory, expectedOf } from '../directory/directory.ts';

const GUIDE_TITLE = /公开(?:工作)?指南/;

/**
 * Layer L3 over the draft of a disclosure guide: its fields against the records of the unit its title names, and of the hall.
 * Without a directory only what needs no record is told.
 */
export function guideLayer(directory: Directory | null): PageLayer {
  return {
    layer: 'L3',
    read(text, blocks) {
      const [first] = blocks;
      const title = first ? text.slice(first.start, first.end) : '';
      if (!GUIDE_TITLE.test(title)) return [];
      const unitId = directory && unitNamedIn(directory, title);
      if (directory === null) return guideFindings(text, []);
      return guideFindings(text, expectedOf(directory, unitId), (field, value) =>
        unitId === null ? null : belongsTo(directory, unitId, field, value),
      );
    },
  };
}
