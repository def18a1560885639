import type { TextBlock } from '../../text/blocks.ts';
import { parsePlaces } from '../../text/place/place.ts';
import { placeProfile } from '../../text/place/place-profile.ts';
import { type PlacePage, readPlaces } from '../../text/place/read-places.ts';
import type { PageLayer } from '../../text/proofread.ts';
import { guessArea } from './guess-area.ts';
import { readList } from './load-data.ts';

/** Finds names when no area is known: which one it is made for does not matter. */
const ANY = '北京市';

/** What is known of a text besides its words: of a web page its title and column; of a draft neither, its first line is its title. */
export interface PlaceContext {
  title: string | null;
  /** 内容来源 of a web page's tags; null = none. */
  publisher: string | null;
  kind: PlacePage['kind'];
}

/**
 * Layer L3 over texts. `area`: the area they are written for with the names above it; without one the text's own words decide,
 * and then nothing is filed without a person.
 */
export async function placeLayers(area: { name: string; above: readonly string[] } | null): Promise<(context?: PlaceContext) => PageLayer> {
  const places = parsePlaces(await readList('places.tsv'));
  const known = area === null ? null : placeProfile(places, area.name, area.above);
  const any = known ?? placeProfile(places, ANY);
  return (context) => ({
    layer: 'L3',
    read(text, blocks) {
      const page = { text, ...(context ?? contextOf(text, blocks)) };
      if (known) return readPlaces(page, known);
      const guessed = guessArea(text, places, any);
      if (!guessed) return [];
      return readPlaces(page, guessed).map((finding) => ({
        ...finding,
        files: false,
        why: `${finding.why.replace(/。$/, '')}（本地区是按文中写法推断的）。`,
      }));
    },
  });
}

/** A draft's first line is its title when it reads like one. */
function contextOf(text: string, blocks: readonly TextBlock[]): PlaceContext {
  const [first] = blocks;
  const isTitled = first !== undefined && (first.role === 'title' || first.role === 'heading');
  const title = isTitled ? text.slice(first.start, first.end).replace(/^#+\s*/, '') : null;
  return { title, publisher: null, kind: title !== null && /指南/.test(title) ? 'guide' : null };
}
