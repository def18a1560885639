import { type Asked, Unready } from '../parts/unready.tsx';
import { usePageName } from './use-page-name.ts';

/** A whole page whose data are not there. One that failed keeps its heading, so that it is known which one did. */
export function UnreadyPage(asked: Asked) {
  const name = usePageName();
  return (
    <>
      {asked.error !== null && (
        <div className="page-head">
          <h1>{name}</h1>
        </div>
      )}
      <Unready {...asked} />
    </>
  );
}
