import { Section } from '../../parts/section.tsx';
import type { NoticeWhole } from './notice-text.tsx';

const SEVERITY = { refused: '不得印发', blocks: '印发前须处理', warns: '提示' } as const;

/** In which the text disagrees with its rows; none is said in so many words. */
export function Disagreements({ data, open }: { data: NoticeWhole; open(figure: string): void }) {
  const { disagreements, figures, overrideReason } = data;
  return (
    <Section title="数字核对" note={`正文绑定数字 ${figures.length} 个`}>
      {disagreements.length === 0 && <p className="section-foot">正文、附表与快照逐项一致。</p>}
      <ul className="disagreements">
        {disagreements.map(({ severity, place, message, figure }) => (
          <li key={`${place} ${message}`} className={`severity-${severity}`}>
            <b>{SEVERITY[severity]}</b>
            <span>{message}</span>
            {figure && (
              <button type="button" className="plain" onClick={() => open(figure)}>
                查看该数字
              </button>
            )}
          </li>
        ))}
      </ul>
      {overrideReason && <p className="section-foot">经办人说明：{overrideReason}</p>}
    </Section>
  );
}
