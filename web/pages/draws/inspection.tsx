import { Link } from '@tanstack/react-router';
import { Pagination } from 'antd';
import { moment } from '../../parts/format.ts';
import { ProofFiles } from '../../parts/proof-files.tsx';
import { ProofHints } from '../../parts/proof-hints.tsx';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useDrawsAddress } from './address.ts';
import { More } from './more.tsx';
import { OutcomeMark } from './outcome-mark.tsx';
import { People } from './people.tsx';
import { Publication } from './publication.tsx';
import type { Inspection } from './types.ts';

/** 双随机: frame, the drawn problems with their inspectors and results, publication, then everyone who was not drawn. */
export function InspectionDetail({ areaId, view }: { areaId: string; view: Inspection }) {
  const open = view.drawn.filter(({ result, releasedOn }) => result === null && releasedOn === null).length;
  const count = (code: string) => view.drawn.filter(({ result, takenBack }) => result?.code === code && !takenBack).length;
  const none = view.drawn.filter(({ result, takenBack }) => result !== null && takenBack).length;
  const released = view.drawn.filter(({ releasedOn }) => releasedOn !== null).length;
  return (
    <>
      <Section title="抽取范围">
        <p>{view.frame.join('；')}</p>
        <p className="section-foot">
          名单 {view.drawn.length + view.notDrawnOf.total} 个，抽中 {view.drawn.length} 个；检查人员 {view.inspectors.length} 名，抽中{' '}
          {view.inspectors.filter(({ drawn }) => drawn === 'first' || drawn === 'left').length} 名。本单位及上下级单位的问题一律回避。
        </p>
      </Section>
      <Section
        title="抽中的问题和检查人员"
        note={`已整改 ${count('fixed')}，不彻底 ${count('partly')}，未整改 ${count('not')}${none > 0 ? `，经核实不成立 ${none}` : ''}${released > 0 ? `，复查前撤销 ${released}` : ''}，未登记 ${open}`}
      >
        <WideTable label="抽中的问题和检查人员" heads={['序号', '责任单位', '问题', '检查人员', '复查结果', '摘要值']}>
          {view.drawn.map((row, i) => (
            <tr key={row.id}>
              <td className="num">{i + 1}</td>
              <th scope="row" className="draw-unit">
                {row.unit}
              </th>
              <td className="draw-text">
                {row.text}
                <span className="sub">
                  {row.category}　{row.place}
                </span>
              </td>
              <td className="draw-unit">
                {row.inspector.name}
                {row.inspector.unit && <span className="sub">{row.inspector.unit}</span>}
                {row.insteadOf.length > 0 && <span className="sub">接替：{row.insteadOf.join('、')}</span>}
                {row.passedOver.length > 0 && <span className="sub">回避：{row.passedOver.join('、')}</span>}
              </td>
              <td className="draw-unit">
                <OutcomeMark result={row.result} takenBack={row.takenBack} releasedOn={row.releasedOn} />
                {row.result && (
                  <>
                    <span className="sub">
                      {row.result.words} {row.result.proof && `依据：${row.result.proof}`} {moment(row.result.at)}
                    </span>
                    <ProofFiles areaId={areaId} problemId={row.id} proofs={row.result.files}>
                      {(proof) => (
                        <ProofHints
                          areaId={areaId}
                          problemId={row.id}
                          proof={proof}
                          link={(problem, text) => (
                            <Link className="text-link" to="/areas/$areaId/ledger" params={{ areaId }} search={{ problem }}>
                              {text}
                            </Link>
                          )}
                        />
                      )}
                    </ProofFiles>
                  </>
                )}
              </td>
              <td className="draw-rank">{row.rank}</td>
            </tr>
          ))}
        </WideTable>
      </Section>
      <Publication areaId={areaId} view={view} open={open} />
      <People areaId={areaId} view={view} />
      <NotDrawn view={view} />
      {view.excluded.length > 0 && (
        <Section title="未参加抽取的问题" note={`${view.excluded.length} 个`}>
          <More rows={view.excluded} of="个">
            {(shown) => (
              <WideTable label="未参加抽取的问题" heads={['责任单位', '问题', '理由']}>
                {shown.map((row) => (
                  <tr key={row.id}>
                    <th scope="row" className="draw-unit">
                      {row.unit}
                    </th>
                    <td className="draw-text">{row.text}</td>
                    <td>{row.reason}</td>
                  </tr>
                ))}
              </WideTable>
            )}
          </More>
        </Section>
      )}
    </>
  );
}

/** Those not drawn, a page at a time: a population of thousands is read by nobody and slows everybody. */
function NotDrawn({ view: { notDrawn, notDrawnOf } }: { view: Inspection }) {
  const { change } = useDrawsAddress();
  const { total, page, size } = notDrawnOf;
  return (
    <Section title="未抽中的问题" note={`${total} 个，按摘要值从小到大`}>
      {total > 0 && (
        <WideTable label="未抽中的问题" heads={['责任单位', '问题', '摘要值']}>
          {notDrawn.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="draw-unit">
                {row.unit}
              </th>
              <td className="draw-text">{row.text}</td>
              <td className="draw-rank">{row.rank}</td>
            </tr>
          ))}
        </WideTable>
      )}
      <Pagination
        className="pages"
        size="small"
        hideOnSinglePage
        current={page}
        pageSize={size}
        total={total}
        showSizeChanger={false}
        onChange={(to) => change({ page: to === 1 ? undefined : String(to) })}
      />
    </Section>
  );
}
