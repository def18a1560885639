import { EmptyState } from '../../parts/empty-state.tsx';
import { moment } from '../../parts/format.ts';
import { OutsideLink } from '../../parts/outside-link.tsx';
import type { GuideToUpdate } from './types.ts';

/** Guides that say something else than the records of today, with what stands there and what should (seeds D13). */
export function Guides({ guides, registered }: { guides: readonly GuideToUpdate[]; registered: boolean }) {
  if (guides.length === 0)
    return registered ? (
      <EmptyState title="没有待更新的指南" next="最近一次监测读到的指南都与登记相符；没有读到的指南不在其内。" />
    ) : (
      <EmptyState title="还没有可以比对的登记" next="先登记政务服务厅和各单位的受理机构、地址、电话，监测读到的指南就会逐项比对。" />
    );
  return (
    <ul className="guide-list">
      {guides.map(({ url, unit, column, seenAt, fields }) => (
        <li key={url}>
          <div className="guide-head">
            <b className="wrap">{unit}</b>
            <OutsideLink href={url}>{column}</OutsideLink>
            <span className="sub">{moment(seenAt)} 读到</span>
          </div>
          <dl>
            {fields.map(({ field, name, found, expected }) => (
              <div key={field}>
                <dt>{name}</dt>
                <dd className="difference">
                  <del>{found}</del> 应为 <ins>{expected}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
