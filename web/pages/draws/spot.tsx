import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { More } from './more.tsx';
import type { Spot } from './types.ts';

/** Units or columns: who was drawn, who was not, who took no part. */
export function SpotDetail({ view }: { view: Spot }) {
  const { kindName, drawn, notDrawn, excluded } = view;
  return (
    <>
      <Ranked title={`抽中的${kindName}`} rows={drawn} />
      <Ranked title={`未抽中的${kindName}`} rows={notDrawn} />
      {excluded.length > 0 && (
        <Section title={`未参加的${kindName}`} note={`${excluded.length} 个`}>
          <WideTable label={`未参加的${kindName}`} heads={[kindName, '理由']}>
            {excluded.map(({ id, name, reason }) => (
              <tr key={id}>
                <th scope="row" className="draw-name">
                  {name}
                </th>
                <td>{reason}</td>
              </tr>
            ))}
          </WideTable>
        </Section>
      )}
    </>
  );
}

function Ranked({ title, rows }: { title: string; rows: Spot['drawn'] }) {
  return (
    <Section title={title} note={`${rows.length} 个，按摘要值从小到大`}>
      <More rows={rows} of="个">
        {(shown) => (
          <WideTable label={title} heads={['序号', '名称', '摘要值']}>
            {shown.map(({ id, name, rank }, i) => (
              <tr key={id}>
                <td className="num">{i + 1}</td>
                <th scope="row" className="draw-name">
                  {name}
                </th>
                <td className="draw-rank">{rank}</td>
              </tr>
            ))}
          </WideTable>
        )}
      </More>
    </Section>
  );
}
