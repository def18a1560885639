import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/section.tsx';
import type { MyUnit } from './types.ts';

/** 工作提示 that the unit has not done; they are answered on their own page. */
export function Prompts({ data, areaId }: { data: MyUnit; areaId: string }) {
  if (data.prompts.length === 0) return null;
  return (
    <Section title="工作提示" note={`${data.prompts.length} 条待落实`}>
      <ul className="matters">
        {data.prompts.map((prompt) => (
          <li key={`${prompt.id} ${prompt.unit}`} className="task">
            <div>
              <b>{prompt.heading}</b>
              <small className="sub">{[prompt.kind, prompt.unit === data.unit.name ? null : prompt.unit].filter(Boolean).join('　')}</small>
            </div>
            <span className={prompt.overdue ? 'is-bad' : undefined}>
              {prompt.dueOn ? `${prompt.dueOn}${prompt.overdue ? '（已逾期）' : ''}` : '没有定时限'}
            </span>
            <Link to="/areas/$areaId/prompts" params={{ areaId }}>
              {prompt.received ? '去落实' : '去确认'}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
