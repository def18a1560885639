import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { drawChoices } from '../../../src/contract/endpoints/draw-choices.ts';
import type { drawHold } from '../../../src/contract/endpoints/draw-hold.ts';
import type { inspectionHold } from '../../../src/contract/endpoints/inspection-hold.ts';
import { call, send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { Section } from '../../parts/section.tsx';
import { Unready } from '../../parts/unready.tsx';
import { useDrawsAddress } from './address.ts';
import { type Excluded, Exclusions } from './exclusions.tsx';
import { Common, type CommonFields, NOTHING_WANTED, sizeOf } from './hold-common.tsx';
import { EVERYTHING, type FrameFields, FrameForm } from './hold-frame.tsx';
import type { Choices } from './types.ts';

type Kind = 'problems' | 'units' | 'columns';
const PURPOSES: Record<Kind, string> = { problems: '双随机复查', units: '随机检查', columns: '栏目随机抽查' };

/** 开始抽查: what, from what, how many, by which seed, and who takes no part. */
export function HoldForm({ areaId }: { areaId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['draw-choices', areaId],
    queryFn: ({ signal }) => call<typeof drawChoices>('/api/areas/:areaId/draw-choices', { areaId }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!data) return <Unready error={error} retry={refetch} what="可以抽取的范围" />;
  return <Form areaId={areaId} choices={data} />;
}

function Form({ areaId, choices }: { areaId: string; choices: Choices }) {
  const { change } = useDrawsAddress();
  const queries = useQueryClient();
  const [kind, setKind] = useState<Kind>('problems');
  const [common, setCommon] = useState<CommonFields>({ ...NOTHING_WANTED, seed: choices.seed });
  const [frame, setFrame] = useState<FrameFields>(EVERYTHING);
  const [excluded, setExcluded] = useState<readonly Excluded[]>([]);
  const purpose = common.purpose.trim() || PURPOSES[kind];
  const hold = useMutation({
    mutationFn: async () => {
      const wish = { areaId, purpose, seed: common.seed.trim(), size: sizeOf(common) };
      if (kind !== 'problems')
        return send<typeof drawHold>('/api/areas/:areaId/draws', {
          ...{ ...wish, kind },
          excluded: excluded.map(({ id, reason }) => ({ name: id, reason })),
        });
      const { categories, unitIds, from, to, inspectorCount } = frame;
      return send<typeof inspectionHold>('/api/areas/:areaId/inspections', {
        ...{ ...wish, categories, unitIds, from: from || null, to: to || null, inspectorsExcluded: [...excluded], inspectorCount },
      });
    },
    onSuccess: async ({ drawId }) => {
      await Promise.all(['draws', 'draw-choices', 'my-inspections'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      change({ view: undefined, draw: drawId });
    },
  });
  const people = choices.inspectors.map(({ id, name, roleName, unitName }) => ({ id, name: `${name}（${unitName ?? roleName}）` }));
  const candidates = kind === 'problems' ? people : choices.candidates[kind];
  const ready = common.seed.trim() !== '' && common.amount > 0 && candidates.length > 0 && (kind !== 'problems' || choices.closed > 0);
  return (
    <FaultsOf error={hold.error}>
      <form
        className="draw-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) hold.mutate();
        }}
      >
        <Section title="抽取什么" note="抽取后不能修改；同一种子、同一名单抽取结果相同">
          <Radio.Group
            aria-label="抽取什么"
            value={kind}
            onChange={(event) => {
              setKind(event.target.value as Kind);
              setExcluded([]);
            }}
            options={[
              { value: 'problems', label: `已销号问题和检查人员（双随机，${choices.closed} 个）` },
              { value: 'units', label: `单位（${choices.candidates.units.length} 个）` },
              { value: 'columns', label: `栏目（${choices.candidates.columns.length} 个）` },
            ]}
          />
          <Common fields={common} change={setCommon} usual={PURPOSES[kind]} />
        </Section>
        {kind === 'problems' && (
          <Section title="抽取范围" note="不选为全部">
            {choices.closed === 0 ? (
              <p>台账中还没有已销号的问题。问题复核合格并销号后，才能抽取复查。</p>
            ) : (
              <FrameForm choices={choices} fields={frame} change={setFrame} />
            )}
          </Section>
        )}
        <Section
          title={kind === 'problems' ? '检查人员' : '不参加抽取的'}
          note={
            kind === 'problems' ? `名录 ${people.length} 名，本单位的问题自动回避；不参加的写明理由` : '不参加的写明理由，一并记入抽取记录'
          }
        >
          {kind === 'problems' && people.length === 0 && <p>还没有可派的检查人员，请先在“用户与令牌”中增加用户。</p>}
          <Exclusions
            key={kind}
            at={kind === 'problems' ? 'inspectorsExcluded' : 'excluded'}
            candidates={candidates}
            excluded={excluded}
            change={setExcluded}
            what={kind === 'problems' ? '检查人员' : '名称'}
          />
        </Section>
        <div>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={hold.isPending}>
            抽取并保存记录
          </Button>
        </div>
        {hold.error && <ErrorState error={hold.error} />}
      </form>
    </FaultsOf>
  );
}
