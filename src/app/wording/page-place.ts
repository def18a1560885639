import type { FactData } from '../../evidence/facts.ts';
import type { PageReading } from '../../extract/index.ts';
import type { Column } from '../../subjects/column.ts';
import type { PlaceContext } from '../proof/place-layer.ts';

/** Columns whose pages are catalogues of the area's own affairs; 信息公开目录 alone is the name of a whole section. */
const CATALOGUE_COLUMN = /(?:标准|事项|权责|责任|权力|收费|服务)(?:目录|清单)$/;

/**
 * What layer L3 is told of a page besides its words: title, 内容来源 of its tags and what it is. In a news column other places are
 * named rightly; lists and home pages are headlines of many, and only an article's title says what the page itself is about.
 */
export function placeContextOf(
  reading: Pick<PageReading, 'kind' | 'metas'>,
  { of, column }: { of: FactData<'proof'>['of']; column: Pick<Column, 'class' | 'path'> | null },
  title: string | null,
): PlaceContext {
  if (of !== 'article') return { title: null, publisher: null, kind: 'news' };
  return { title, publisher: reading.metas.ContentSource || null, kind: kindOf(reading, column) };
}

function kindOf({ kind }: Pick<PageReading, 'kind'>, column: Pick<Column, 'class' | 'path'> | null): PlaceContext['kind'] {
  if (column?.class === 'news') return 'news';
  if (kind === 'guide' || column?.class === 'guide') return 'guide';
  return CATALOGUE_COLUMN.test(column?.path.at(-1) ?? '') ? 'catalogue' : null;
}
