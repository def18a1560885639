import { Tabs } from 'antd';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { useUnitsAddress } from './address.ts';
import { Bodies } from './bodies.tsx';
import { Duties } from './duties.tsx';
import { Posts } from './posts.tsx';
import { Programmes } from './programmes.tsx';
import { Supervision } from './supervision.tsx';
import './units.css';

/** 单位与责任人: who is in charge where, what is missing, and who answers for what. */
export function Page() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { search, change } = useUnitsAddress();
  const items = [
    { key: 'posts', label: '责任人', children: <Posts areaId={areaId} /> },
    { key: 'supervision', label: '主办与主管', children: <Supervision areaId={areaId} /> },
    ...(role === 'unit' || role === 'bureau' ? [] : [{ key: 'duties', label: '四方责任', children: <Duties areaId={areaId} /> }]),
    { key: 'bodies', label: '公共企事业单位', children: <Bodies areaId={areaId} /> },
    { key: 'programmes', label: '专项工作', children: <Programmes areaId={areaId} /> },
  ];
  const at = items.find(({ key }) => key === search.view)?.key ?? 'posts';
  return (
    <>
      <div className="page-head">
        <h1>单位与责任人</h1>
        <p className="page-note">每个单位明确一名责任人和一名副手；下属单位的问题记在上级单位名下，由上级单位负责。</p>
      </div>
      <Tabs
        destroyOnHidden
        activeKey={at}
        onChange={(key) =>
          change({ view: key === 'posts' ? undefined : key, q: undefined, gap: undefined, sort: undefined, group: undefined })
        }
        items={items}
      />
    </>
  );
}
