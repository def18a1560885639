import { FindingPictures } from '../../parts/finding-pictures.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Unready } from '../../parts/unready.tsx';
import { History } from '../ledger/history.tsx';
import { Evidence } from './evidence.tsx';
import { Rule } from './rule.tsx';
import { useFinding } from './use-finding.ts';

interface Props {
  areaId: string;
  id: string;
  framed: boolean;
  setFramed(on: boolean): void;
}

/** One finding: what is claimed, with which numbers, on what evidence, by which rule, and what came before. */
export function FindingPane({ areaId, id, framed, setFramed }: Props) {
  const { data, error, refetch } = useFinding(areaId, id);
  if (!data) return <Unready error={error} retry={refetch} what="证据" />;
  const { row, measured, marks, latest, merged, pictures, isWeakness } = data;
  return (
    <article className="desk-finding" aria-label={row.text}>
      <h2 className="problem-text">{row.text}</h2>
      <p className="sub">
        {row.unit.name}
        {row.channel && `　${row.channel.name}（${row.channel.kindName}）`}　{row.category.name}　{row.foundOn} 发现
      </p>
      <p>
        位置：
        {row.placeUrl ? <OutsideLink href={row.placeUrl}>{row.place}</OutsideLink> : row.place}
      </p>
      {isWeakness && <p className="desk-mark">这一类只是薄弱环节，不作问题认定；请以“只是薄弱环节”不予认定，通报中另列。</p>}
      {marks.map((mark) => (
        <p key={mark} className="desk-mark">
          {mark}
        </p>
      ))}
      {latest && (
        <p className={latest.isClear ? 'desk-mark' : 'sub'}>
          最近一次检查（{latest.day}）：{latest.verdictName}
          {latest.isClear && '，现在已查不到这个问题'}
        </p>
      )}
      {merged.length > 0 && <p className="desk-mark">另有 {merged.length} 条发现并入这一条，复核结果对它们一并有效。</p>}
      {measured.length > 0 && (
        <dl className="facts">
          {measured.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Rule rule={data.rule} />
      <FindingPictures areaId={areaId} problemId={id} pictures={pictures} />
      <Evidence key={id} areaId={areaId} data={data} framed={framed} setFramed={setFramed} />
      <History data={data} areaId={areaId} />
    </article>
  );
}
