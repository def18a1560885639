import { LookNow } from '../../app/look-now.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { moment } from '../../parts/format.ts';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { Overview } from './data.ts';

/** The latest runs and how far they are. */
export function Runs({ runs }: { runs: Overview['runs'] }) {
  const { areaId } = usePlace();
  return (
    <Section title="最近监测">
      <LookNow areaId={areaId} />
      {runs.length === 0 && <p className="section-foot">还没有监测记录。</p>}
      <ul className="runs">
        {runs.map((run) => {
          const seen = run.done + run.notRun;
          const share = run.total === 0 ? 0 : Math.floor((100 * seen) / run.total);
          return (
            <li key={run.id}>
              <span className="run-day">{run.day}</span>
              <span className="run-kind">{run.kindName}</span>
              <StatusMark code={run.state.code} name={run.state.name} />
              <span
                className="run-bar"
                role="progressbar"
                aria-label={`${run.day} ${run.kindName}进度`}
                aria-valuenow={share}
                aria-valuemin={0}
                aria-valuemax={100}
              >
                <i style={{ width: `${share}%` }} />
              </span>
              <span className="run-count">
                {seen}/{run.total}
                {run.notRun > 0 && <em>其中未看成 {run.notRun}</em>}
              </span>
              <span className="run-when">{run.finishedAt ? `完成于 ${moment(run.finishedAt)}` : `始于 ${moment(run.startedAt)}`}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
