import { PageTabs } from '../../app/page-tabs.tsx';
import { usePlace } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { usePromptsAddress } from './address.ts';
import { PromptDetail } from './detail.tsx';
import { PromptList } from './list.tsx';
import { MyPatrols } from './my-patrols.tsx';
import { MyPrompts } from './my-prompts.tsx';
import { NewPrompt } from './new-prompt.tsx';
import { Patrols } from './patrols.tsx';
import './prompts.css';

/** 工作提示: what many units were asked at once and who has done it; for a unit, what it is asked. And 主动巡网. */
export function Page() {
  const { areaId } = usePlace();
  const { role } = useMe();
  const { search } = usePromptsAddress();
  const isPatrols = search.tab === 'patrols';
  const isUnit = role === 'unit';
  return (
    <>
      <div className="page-head">
        <h1>{isPatrols ? '主动巡网' : '工作提示'}</h1>
      </div>
      <PageTabs
        label="工作提示的各部分"
        tabs={[
          { tab: undefined, name: isUnit ? '发给本单位的' : '工作提示与自查' },
          { tab: 'patrols', name: '主动巡网' },
        ]}
        shown={isPatrols ? 'patrols' : undefined}
      />
      {isUnit ? (
        isPatrols ? (
          <MyPatrols areaId={areaId} />
        ) : (
          <MyPrompts areaId={areaId} />
        )
      ) : isPatrols ? (
        <Patrols areaId={areaId} />
      ) : search.prompt ? (
        <PromptDetail areaId={areaId} promptId={search.prompt} />
      ) : search.new ? (
        <NewPrompt areaId={areaId} />
      ) : (
        <PromptList areaId={areaId} />
      )}
    </>
  );
}
