import type { z } from 'zod';
import type { problem } from '../../src/contract/endpoints/problem.ts';
import type { rawFindingPicture } from '../../src/contract/endpoints/raw-finding-picture.ts';
import { addressOf } from '../api.ts';
import './finding-pictures.css';

interface Props {
  areaId: string;
  problemId: string;
  pictures: z.output<(typeof problem)['output']>['pictures'];
}

/** What was seen, as who entered the finding handed it in; each opens in its own size. */
export function FindingPictures({ areaId, problemId, pictures }: Props) {
  return pictures.map(({ id, hash }, i) => {
    const place = { areaId, problemId, pictureId: id };
    const address = addressOf<typeof rawFindingPicture>('/api/areas/:areaId/raw-findings/:problemId/pictures/:pictureId', place);
    return (
      <figure key={id} className="finding-picture">
        <a href={address} target="_blank" rel="noopener">
          <img loading="lazy" alt={`发现时所附的第 ${i + 1} 张图片`} src={address} />
        </a>
        <figcaption className="sub">发现时所附　SHA-256 {hash.slice(0, 16)}…</figcaption>
      </figure>
    );
  });
}
