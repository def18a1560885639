import { Link } from '@tanstack/react-router';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { MyPrompt } from './types.ts';

/** 对号入座: the unit's own problems of the class, before it looks for others. */
export function OwnProblems({
  areaId,
  own,
  categories,
}: {
  areaId: string;
  own: NonNullable<MyPrompt['own']>;
  categories: MyPrompt['categories'];
}) {
  const names = categories.map(({ name }) => name).join('、');
  if (own.total === 0) return <p className="my-own">台账中没有本单位未销号的“{names}”，请对照查找有没有同类问题。</p>;
  return (
    <div className="my-own">
      <p>
        本单位现有 {own.total} 个“{names}”，请先整改，再查找有没有同类问题：
      </p>
      <ul>
        {own.rows.map(({ id, place, text, dueOn, status }) => (
          <li key={id} className="wrap">
            <Link to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem: id }}>
              {place}：{text}
            </Link>{' '}
            <StatusMark code={status.code} name={status.name} />
            {dueOn && <span className="section-note">　期限 {dueOn}</span>}
          </li>
        ))}
      </ul>
      {own.total > own.rows.length && <p className="section-note">其余 {own.total - own.rows.length} 个见问题台账。</p>}
    </div>
  );
}
