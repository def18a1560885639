import { useQuery } from '@tanstack/react-query';
import type { picturesWeaknesses } from '../../../src/contract/endpoints/pictures-weaknesses.ts';
import { call } from '../../api.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useRange } from '../../app/use-range.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Unready } from '../../parts/unready.tsx';
import { usePictureAddress } from './address.ts';
import { AreaWeaknesses } from './area-weaknesses.tsx';
import { PeriodSelect } from './period-select.tsx';
import type { Weak } from './types.ts';

type Channel = Weak['channels'][number];

/** 薄弱环节: what is listed and reminded of, and makes nobody fail. */
export function Weaknesses({ areaId }: { areaId: string }) {
  const { period } = usePlace();
  const { search, change } = usePictureAddress();
  const { isKnown, range, isWhole } = useRange();
  const { data, error, refetch } = useQuery({
    queryKey: ['pictures-weaknesses', areaId, range, period],
    queryFn: ({ signal }) => call<typeof picturesWeaknesses>('/api/areas/:areaId/pictures/weaknesses', { areaId, range, period }, signal),
    enabled: isKnown,
  });
  if (!data) return <Unready error={error} retry={refetch} what="薄弱环节" />;
  if (isWhole) return <AreaWeaknesses data={data} areaId={areaId} />;
  const only = data.categories.find(({ code }) => code === search.category)?.code;
  const channels = data.channels
    .map((channel) => ({ ...channel, lines: channel.lines.filter(({ category }) => only === undefined || category.code === only) }))
    .filter(({ lines }) => lines.length > 0);
  const sites = channels.filter(({ type }) => type === 'site');
  const accounts = channels.filter(({ type }) => type === 'account');
  return (
    <>
      <div className="month-head">
        <h2>薄弱环节</h2>
        <PeriodSelect />
      </div>
      <p className="page-note">
        {data.judgedOn ? `依据 ${data.judgedOn} 的监测，共 ${data.total} 条。` : '尚未监测。'}列出并提醒，不改变检查结果，不计入合格率。
      </p>
      {data.categories.length > 1 && (
        <fieldset className="state-legend">
          <legend className="heard">按种类筛选</legend>
          {data.categories.map(({ code, name, count }) => (
            <button
              key={code}
              type="button"
              className="state-key tile-to_hand_over"
              aria-pressed={only === code}
              onClick={() => change({ category: only === code ? undefined : code })}
            >
              {name} {count}
            </button>
          ))}
          {only && (
            <button type="button" className="plain" onClick={() => change({ category: undefined })}>
              显示全部
            </button>
          )}
        </fieldset>
      )}
      {data.channels.length === 0 && (
        <EmptyState
          title={data.judgedOn ? '没有需要提醒的薄弱环节' : '还没有监测结果'}
          next={
            data.judgedOn
              ? '未能检查的内容不在此列，请看概览中的“未检查与待人工判断”。'
              : '完成一次监测之后，这里列出各网站、账号的薄弱环节。'
          }
        />
      )}
      {sites.length > 0 && <Group title="网站" channels={sites} />}
      {accounts.length > 0 && <Group title="政务新媒体" channels={accounts} />}
    </>
  );
}

function Group({ title, channels }: { title: string; channels: Channel[] }) {
  return (
    <Section title={title} note={`${channels.length} 个`}>
      <ul className="weaknesses">
        {channels.map(({ id, name, unit, kindName, verdict, lines }) => (
          <li key={id}>
            <p>
              <b>{name}</b> <small className="page-note">{[unit.name, kindName].join('　')}</small> {verdict && <StatusMark {...verdict} />}
            </p>
            <ul>
              {lines.map(({ category, text, url }) => (
                <li key={`${category.code} ${text}`}>
                  <span className="mark mark-calm">{category.name}</span> {url ? <OutsideLink href={url}>{text}</OutsideLink> : text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
