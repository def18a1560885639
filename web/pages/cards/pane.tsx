import { useQuery } from '@tanstack/react-query';
import type { card } from '../../../src/contract/endpoints/card.ts';
import type { cardPicture } from '../../../src/contract/endpoints/card-picture.ts';
import { addressOf, call } from '../../api.ts';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Unready } from '../../parts/unready.tsx';
import { AnswerForm } from './answer-form.tsx';
import { type Card, type CardRow, TONES } from './types.ts';

interface Props {
  areaId: string;
  period: string;
  row: CardRow;
  done(words: string): void;
}

/** One question with the page to open beside it, the permitted answers, the proof wanted and every answer of the period. */
export function Pane({ areaId, period, row, done }: Props) {
  const asked = { areaId, period, cardId: row.card.id, channelId: row.channel.id };
  const { data, error, refetch } = useQuery({
    queryKey: ['cards', areaId, 'one', asked],
    queryFn: ({ signal }) => call<typeof card>('/api/areas/:areaId/cards/:cardId/channels/:channelId', asked, signal),
  });
  if (!data) return <Unready error={error} retry={refetch} what="这项检查" />;
  const { channel, unit, standing } = data;
  return (
    <section className="cards-pane" aria-label={`${channel.name}：${data.card.title}`}>
      <div className="desk-line-head">
        <h2>{data.question}</h2>
        <span className={`mark ${TONES[standing.code]}`}>{standing.name}</span>
      </div>
      <p>
        {channel.url ? <OutsideLink href={channel.url}>打开{channel.name}</OutsideLink> : <b>{channel.name}</b>}
        <span className="sub">
          {channel.kindName}　{unit.name}　依据：{data.basis}
        </span>
      </p>
      <p className="sub">查看时注意：{data.reviewer}</p>
      <p className="sub">需要的佐证：{data.proof}</p>
      {data.open ? (
        <AnswerForm key={data.history[0]?.id ?? ''} areaId={areaId} period={period} card={data} done={done} />
      ) : (
        <p className="section-foot">这一期不在进行中，只能查看。{data.history.length === 0 && '没有回答的按未检查计，不作通过。'}</p>
      )}
      {data.history.length > 0 && <History areaId={areaId} card={data} />}
    </section>
  );
}

function History({ areaId, card: { history, channel } }: { areaId: string; card: Card }) {
  const src = (pictureId: string) =>
    addressOf<typeof cardPicture>('/api/areas/:areaId/channels/:channelId/card-pictures/:pictureId', {
      areaId,
      channelId: channel.id,
      pictureId,
    });
  return (
    <>
      <h3 className="drawer-title">本期的回答（{history.length} 次，以最新一次为准）</h3>
      <ul className="cards-history">
        {history.map(({ id, label, person, at, looked, details }) => (
          <li key={id}>
            <b>{label}</b>
            <span className="sub">
              {person}　{moment(at)}
              {looked && `　查看了：${looked}`}
            </span>
            {details.map((detail) => (
              <p key={`${detail.label} ${detail.text}`} className="wrap">
                {detail.label}：{detail.text} {detail.url && <OutsideLink href={detail.url}>打开页面</OutsideLink>}
                {detail.pictures.map((picture, i) => (
                  <a key={picture} href={src(picture)} target="_blank" rel="noopener noreferrer" className="cards-picture">
                    图{i + 1}
                  </a>
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
