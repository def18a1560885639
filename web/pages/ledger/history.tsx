import { Link } from '@tanstack/react-router';
import type { evidenceBytes } from '../../../src/contract/endpoints/evidence-bytes.ts';
import { addressOf } from '../../api.ts';
import { moment } from '../../parts/format.ts';
import type { ProblemWhole } from './problem-facts.tsx';

type Event = ProblemWhole['events'][number];

/** 办理经过: every act in order, who did it, why, and the evidence it rests on. */
export function History({ data, areaId }: { data: ProblemWhole; areaId: string }) {
  return (
    <section aria-label="办理经过">
      <h3 className="drawer-title">办理经过（{data.events.length} 条）</h3>
      <ol className="history">
        {data.events.map((event) => (
          <li key={event.seq}>
            <div className="act">
              <b>{event.act.name}</b>
              <span className="act-after">{event.status.name}</span>
              <time dateTime={event.day}>{event.day}</time>
            </div>
            <p className="act-by">
              {[event.by.roleName, event.by.unit, event.by.name].filter((part, i, all) => part && all.indexOf(part) === i).join('　')}
              <span>登记于 {moment(event.at)}</span>
            </p>
            {event.reason && <p className="act-reason">{event.reason}</p>}
            {event.details.map(({ name, value }) => (
              <p key={name} className="act-detail">
                {name}：{value}
              </p>
            ))}
            {event.notice && (
              <p className="act-detail">
                <Link to="/areas/$areaId/notices/$noticeId" params={{ areaId, noticeId: event.notice.id }} search={{}}>
                  查看《{event.notice.title}》
                </Link>
              </p>
            )}
            {event.evidence.map((fact) => (
              <EvidenceLine key={fact.id} fact={fact} areaId={areaId} channelId={data.row.channel?.id ?? null} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function EvidenceLine({ fact, areaId, channelId }: { fact: Event['evidence'][number]; areaId: string; channelId: string | null }) {
  return (
    <div className="evidence">
      <p>
        <b>{fact.kindName}</b>
        <span>{fact.summary}</span>
      </p>
      <p className="evidence-how">
        {moment(fact.at)}　{fact.howName}　<span className="wrap">{fact.source}</span>
      </p>
      {fact.blob && channelId && (
        <p className="evidence-how">
          <a
            href={addressOf<typeof evidenceBytes>('/api/areas/:areaId/channels/:channelId/facts/:factId/bytes', {
              areaId,
              channelId,
              factId: fact.id,
            })}
            download
          >
            下载当时的原文
          </a>
          <span className="hash" title={`SHA-256 ${fact.blob}`}>
            SHA-256 {fact.blob.slice(0, 16)}…
          </span>
        </p>
      )}
    </div>
  );
}
