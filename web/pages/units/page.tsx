import { OVERSEERS, OVERSEERS_AND_OWN, reachOf } from '../../../src/contract/who.ts';
import { PageTabs } from '../../app/page-tabs.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { useUnitsAddress } from './address.ts';
import { Bodies } from './bodies.tsx';
import { Duties } from './duties.tsx';
import { Posts } from './posts.tsx';
import { Programmes } from './programmes.tsx';
import { Supervision } from './supervision.tsx';
import './units.css';

const PARTS = [
  { tab: undefined, name: '责任人', Part: Posts, who: OVERSEERS_AND_OWN },
  { tab: 'supervision', name: '主办与主管', Part: Supervision, who: OVERSEERS_AND_OWN },
  { tab: 'duties', name: '四方责任', Part: Duties, who: OVERSEERS },
  { tab: 'bodies', name: '公共企事业单位', Part: Bodies, who: OVERSEERS_AND_OWN },
  { tab: 'programmes', name: '专项工作', Part: Programmes, who: OVERSEERS_AND_OWN },
] as const;

/** 单位与责任人: who is in charge where, what is missing, and who answers for what. */
export function Page() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { search } = useUnitsAddress();
  const parts = PARTS.filter(({ who }) => reachOf(who, role) !== null);
  const shown = parts.find(({ tab }) => tab === search.view) ?? PARTS[0];
  return (
    <>
      <div className="page-head">
        <h1>单位与责任人</h1>
        <p className="page-note">每个单位明确一名责任人和一名副手；下属单位的问题记在上级单位名下，由上级单位负责。</p>
      </div>
      <PageTabs label="单位与责任人的各部分" by="view" tabs={parts} shown={shown.tab} />
      <shown.Part areaId={areaId} />
    </>
  );
}
