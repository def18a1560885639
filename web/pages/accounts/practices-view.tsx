import type { practices } from '../../../src/contract/endpoints/practices.ts';
import { call } from '../../api.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { OutsideLink } from '../../parts/outside-link.tsx';
import { Section } from '../../parts/section.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodQuery } from './period-query.tsx';

/** 优质作品: good work with its forms, and the accounts that may be proposed for praise (seeds R13). */
export function PracticesView({ areaId, period }: { areaId: string; period: string | undefined }) {
  return (
    <>
      <PeriodBar {...{ areaId, period }} of="优质作品" list="practices" />
      <PeriodQuery
        queryKey={['accounts', areaId, 'practices', period]}
        what="优质作品"
        ask={(signal) => call<typeof practices>('/api/areas/:areaId/practices', { areaId, period }, signal)}
      >
        {({ works, proposals, period: { label } }) =>
          works.length === 0 ? (
            <EmptyState title={`${label}没有登记优质作品`} next="请在“导入”中用“优质作品”表登记海报、漫画、直播等作品。" />
          ) : (
            <>
              <Section title="可供表扬的账号" note="同一季度三种以上表现形式；是否表扬由办公室决定">
                {proposals.length === 0 ? (
                  <p className="section-note">{label}没有用了三种以上形式的账号；按季度查看更全。</p>
                ) : (
                  <WideTable label="可供表扬的账号" heads={['账号', '季度', '表现形式', '作品']}>
                    {proposals.map((row) => (
                      <tr key={`${row.accountId} ${row.quarter}`}>
                        <th scope="row" className="wrap">
                          {row.name}
                          <small className="sub">{row.platformName}</small>
                        </th>
                        <td>{row.quarter}</td>
                        <td className="wrap">{row.forms.join('、')}</td>
                        <td>{row.works}</td>
                      </tr>
                    ))}
                  </WideTable>
                )}
              </Section>
              <Section title="作品" note={`${label} ${works.length} 件`}>
                <WideTable label="作品" heads={['账号', '日期', '形式', '作品']}>
                  {works.map((work) => (
                    <tr key={`${work.accountId} ${work.date} ${work.form} ${work.title}`}>
                      <th scope="row" className="wrap">
                        {work.name}
                      </th>
                      <td>{work.date}</td>
                      <td>{work.form}</td>
                      <td className="wrap">
                        {work.url ? <OutsideLink href={work.url}>{work.title ?? work.url}</OutsideLink> : (work.title ?? '—')}
                      </td>
                    </tr>
                  ))}
                </WideTable>
              </Section>
            </>
          )
        }
      </PeriodQuery>
    </>
  );
}
