import type { TextBlock } from '../../text/blocks.ts';
import type { Finding } from '../../text/finding.ts';
import { parsePlaces } from '../../text/place/place.ts';
import { type PlaceProfile, placeProfile } from '../../text/place/place-profile.ts';
import { readPlaces } from '../../text/place/read-places.ts';
import type { PageLayer } from '../../text/proofread.ts';
import { guessArea } from './guess-area.ts';
import { readList } from './load-data.ts';

/** Finds names when no area is known: which one it is made for does not matter. */
const ANY = '北京市';

/**
 * Layer L3 over a draft. `area`: the area it is written for with the names above it; without one the draft's own words decide,
 * and then nothing is filed without a person.
 */
export async function placeLayer(area: { name: string; above: readonly string[] } | null): Promise<PageLayer> {
  const places = parsePlaces(await readList('places.tsv'));
  const known = area === null ? null : placeProfile(places, area.name, area.above);
  const any = known ?? placeProfile(places, ANY);
  const read = (text: string, blocks: readonly TextBlock[], profile: PlaceProfile): Finding[] => {
    const first = blocks[0];
    const title =
      first && (first.role === 'title' || first.role === 'heading') ? text.slice(first.start, first.end).replace(/^#+\s*/, '') : null;
    return readPlaces({ text, title, publisher: null, kind: title !== null && /指南/.test(title) ? 'guide' : null }, profile);
  };
  return {
    layer: 'L3',
    read(text, blocks) {
      if (known) return read(text, blocks, known);
      const guessed = guessArea(text, places, any);
      if (!guessed) return [];
      return read(text, blocks, guessed).map((finding) => ({
        ...finding,
        files: false,
        why: `${finding.why.replace(/。$/, '')}（本地区是按文中写法推断的）。`,
      }));
    },
  };
}
