import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { textErrorPlaces } from '../../../src/contract/endpoints/text-error-places.ts';
import { call } from '../../api.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Unready } from '../../parts/unready.tsx';
import { Sentence } from './sentence.tsx';
import { ageOf, type Item, type Place } from './types.ts';

/** Every place of an item, each of which may be dismissed by itself. */
export function Places({
  areaId,
  item,
  today,
  dismiss,
}: {
  areaId: string;
  item: Item;
  today: string;
  dismiss: ((place: Place) => void) | null;
}) {
  const { siteId, key } = item;
  const { data, error, refetch } = useQuery({
    queryKey: ['text-error-places', areaId, siteId, key],
    queryFn: ({ signal }) =>
      call<typeof textErrorPlaces>('/api/areas/:areaId/text-errors/:siteId/:key/places', { areaId, siteId, key }, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="全部出处" />;
  return (
    <ul className="text-places">
      {data.places.map((place) => (
        <li key={`${place.url} ${place.context} ${place.contextAt}`} className={place.dismissed ? 'is-zero' : undefined}>
          <Sentence place={place} />
          <span className="sub">
            <OutsideLink href={place.url}>{place.title ?? place.url}</OutsideLink>　{place.publishDate ?? ''}{' '}
            {ageOf(place.publishDate, today)}
          </span>
          {place.dismissed ? (
            <span className="sub">本处已标为不是错误</span>
          ) : (
            dismiss && (
              <Button size="small" onClick={() => dismiss(place)}>
                本处不是错误
              </Button>
            )
          )}
        </li>
      ))}
      {data.truncated && <li className="sub">只列出前 {data.places.length} 处。</li>}
    </ul>
  );
}
