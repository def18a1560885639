import { Button, Popconfirm } from 'antd';
import { WATCHERS } from '../../../src/contract/who.ts';
import { useMay } from '../../app/use-may.ts';
import { moment } from '../../parts/format.ts';
import type { Acts, Contact, Kind } from './types.ts';

/** Where a record comes from: who changed it last and when, else the file it was imported from. */
export function Origin({ record }: { record: Pick<Contact, 'source' | 'changedBy' | 'changedAt'> | null }) {
  if (record === null) return <span className="is-zero">—</span>;
  if (record.changedBy === null) return <span className="wrap">{record.source}</span>;
  return (
    <>
      {record.changedBy}
      <span className="sub">{record.changedAt && moment(record.changedAt)}</span>
    </>
  );
}

interface Props {
  acts: Acts;
  kind: Kind;
  /** null: nothing is registered yet. */
  id: string | null;
  label: string;
  edit(): void;
}

/** What can be done with one record. */
export function RecordActs({ acts, kind, id, label, edit }: Props) {
  const may = useMay(WATCHERS);
  if (id === null)
    return !may ? null : (
      <Button size="small" aria-label={`登记${label}`} disabled={!acts.ready} onClick={edit}>
        登记
      </Button>
    );
  return (
    <span className="record-row-acts">
      {may && (
        <>
          {' '}
          <Button size="small" aria-label={`修改${label}`} disabled={!acts.ready} onClick={edit}>
            修改
          </Button>
          <Popconfirm
            title={`删除“${label}”？`}
            description="修改记录保留。"
            okText="删除"
            cancelText="不删"
            disabled={!acts.ready}
            onConfirm={() => acts.remove(kind, id)}
          >
            <Button size="small" aria-label={`删除${label}`} disabled={!acts.ready}>
              删除
            </Button>
          </Popconfirm>
        </>
      )}
      <Button size="small" type="link" aria-label={`${label}的修改记录`} onClick={() => acts.history({ id, label })}>
        记录
      </Button>
    </span>
  );
}
