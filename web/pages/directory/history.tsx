import { Drawer } from 'antd';
import { moment } from '../../parts/format.ts';
import { useFocusBack } from '../../parts/use-focus-back.ts';
import { differences } from './fields.ts';
import type { Change } from './types.ts';

/** Acts the server answers with. */
const MOST = 200;

interface Props {
  changes: readonly Change[];
  of: { id: string | null; label: string };
  close(): void;
}

/** Who changed what, of one record or of the whole directory: each field with what stood there before. */
export function HistoryDrawer({ changes, of, close }: Props) {
  useFocusBack();
  const rows = of.id === null ? changes : changes.filter(({ recordId }) => recordId === of.id);
  return (
    <Drawer open onClose={close} title={`${of.label}的修改记录`} size="large">
      {rows.length === 0 ? (
        <p>还没有人工修改过。导入的改动列在导入页的“以往的导入”里。</p>
      ) : (
        <ol className="history">
          {rows.map((row) => (
            <li key={`${row.recordId} ${row.at} ${row.act}`}>
              <div className="act">
                <b>{row.act}</b>
                <span className="wrap">
                  {row.kindName}
                  {of.id === null && `　${row.unit ?? (row.kindName === '指南登记信息' ? '政务服务厅' : '')}`}
                </span>
              </div>
              <p className="act-by">
                {row.by}
                <span>{moment(row.at)}</span>
              </p>
              <div className="act-reason">
                {differences(row.kindName, row.before, row.after).map(({ label, before, after }) => (
                  <p key={label} className="difference">
                    {label}：{before && <del>{before}</del>}
                    {before && after && ' → '}
                    {after && <ins>{after}</ins>}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ol>
      )}
      {changes.length >= MOST && <p className="section-foot">只列全部名录最近 {MOST} 次修改，更早的没有列出。</p>}
    </Drawer>
  );
}
