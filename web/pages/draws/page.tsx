import { Tabs } from 'antd';
import type { UserRole } from '../../../src/core/role.ts';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { useDrawsAddress } from './address.ts';
import { Detail } from './detail.tsx';
import './draws.css';
import { HoldForm } from './hold-form.tsx';
import { List } from './list.tsx';
import { MyTasks } from './my-tasks.tsx';

const OVERSEERS: readonly UserRole[] = ['office', 'centre', 'reader'];

/** 双随机抽查: draws of problems, units and columns, each with its record; and what one was drawn for oneself. */
export function Page() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { search, change } = useDrawsAddress();
  const oversees = OVERSEERS.includes(role);
  if (search.draw && oversees) return <Detail areaId={areaId} drawId={search.draw} />;
  const items = [
    ...(oversees ? [{ key: 'list', label: '抽查记录', children: <List areaId={areaId} /> }] : []),
    ...(role === 'office' ? [{ key: 'new', label: '开始抽查', children: <HoldForm areaId={areaId} /> }] : []),
    ...(role === 'reader' ? [] : [{ key: 'mine', label: '我的复查任务', children: <MyTasks areaId={areaId} /> }]),
  ];
  const at = items.find(({ key }) => key === search.view)?.key ?? items[0]?.key;
  return (
    <>
      <div className="page-head">
        <h1>双随机抽查</h1>
        <p className="page-note">名单、种子、抽取结果一经抽取不能改动；每一次抽取都留有记录，任何人可以重新演算。</p>
      </div>
      <Tabs destroyOnHidden activeKey={at} onChange={(key) => change({ view: key === items[0]?.key ? undefined : key })} items={items} />
    </>
  );
}
