import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { noticeMissing } from '../../../src/contract/notice-draft.ts';
import './missing.css';

export type Missing = z.output<typeof noticeMissing>;

/** What a draft still lacks before 送审, each with the way to where it is given. */
export function MissingList({ place, missing }: { place: { areaId: string; noticeId: string }; missing: readonly Missing[] }) {
  if (missing.length === 0) return null;
  const barred = missing.some(({ bars }) => bars);
  return (
    <div className="missing" role="note">
      <b>{barred ? '送审前还要办：' : '请留意：'}</b>
      <ul>
        {missing.map(({ text, where }) => (
          <li key={text}>
            {text}{' '}
            <Link to="/areas/$areaId/notices/$noticeId/edit" params={place} search={{ tab: where }}>
              去办理
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
