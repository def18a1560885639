import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { deskPage } from '../../../src/contract/endpoints/desk-page.ts';
import { addressOf } from '../../api.ts';
import { moment } from '../../parts/format.ts';
import type { Finding } from './types.ts';

/** Going quickly from one finding to the next loads no pages. */
const SETTLE_MS = 250;

interface Props {
  areaId: string;
  data: Finding;
  framed: boolean;
  setFramed(on: boolean): void;
}

/** What was kept: the dates that were read, and the page or picture as it was, in a frame without rights. */
export function Evidence({ areaId, data, framed, setFramed }: Props) {
  const seen = data.evidence.filter(({ shows }) => shows !== null);
  const [chosen, setChosen] = useState(seen[0]?.id ?? null);
  const shown = seen.find(({ id }) => id === chosen);
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(wait);
  }, []);
  const src = (factId: string) =>
    addressOf<typeof deskPage>('/api/areas/:areaId/desk/:problemId/facts/:factId/page', { areaId, problemId: data.row.id, factId });
  return (
    <section aria-label="留存的证据">
      <h3 className="drawer-title">留存的证据（{data.evidence.length} 项）</h3>
      {data.evidence.length === 0 && <p className="sub">没有采集的证据；请打开网页核对，或要求补充佐证。</p>}
      <ul className="desk-evidence">
        {data.evidence.map(({ id, kindName, summary, at, howName, items, shows }) => (
          <li key={id}>
            <b>{kindName}</b>　{summary}
            <span className="sub">
              {moment(at)}　{howName}
              {shows && (id !== chosen || !framed) && (
                <button
                  type="button"
                  className="plain text-more"
                  onClick={() => {
                    setChosen(id);
                    setFramed(true);
                  }}
                >
                  看当时的{shows === 'page' ? '页面' : '截图'}
                </button>
              )}
            </span>
            {items.length > 0 && (
              <ol className="desk-items">
                {items.map((item) => (
                  <li key={`${item.date} ${item.title}`}>
                    <time>{item.date ?? '无日期'}</time> {item.title}
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <div className="desk-frame">
          <p className="section-note">
            {framed
              ? `${moment(shown.at)} 留存的${shown.shows === 'page' ? '页面，不运行脚本，不显示站外图片和样式' : '截图'}`
              : '当时的页面已收起'}
            <Button size="small" type="text" onClick={() => setFramed(!framed)}>
              {framed ? '收起' : '显示'}
              <span className="text-key" data-key="O" />
            </Button>
          </p>
          {framed &&
            settled &&
            (shown.shows === 'page' ? (
              <iframe title="当时的页面" sandbox="" src={src(shown.id)} />
            ) : (
              <img loading="lazy" alt="当时的截图" src={src(shown.id)} />
            ))}
        </div>
      )}
    </section>
  );
}
