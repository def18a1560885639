import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { z } from 'zod';
import type { rawFindingChoices } from '../../../src/contract/endpoints/raw-finding-choices.ts';
import type { responsibleUnit } from '../../../src/contract/endpoints/responsible-unit.ts';
import { call } from '../../api.ts';

type Proposal = NonNullable<z.output<(typeof responsibleUnit)['output']>['proposal']>;
type About = Omit<z.input<(typeof responsibleUnit)['input']>, 'areaId' | 'category'> & { category?: string | undefined };

/** Whose a finding is by rule (谁发布谁负责 …), as soon as its kind and its site, column or page are known; null where nobody is named. */
export function useProposal(areaId: string, { category, channelId, columnId, url }: About): Proposal | null {
  const asked = { areaId, category: category as 'text_error', channelId, columnId, url };
  const { data } = useQuery({
    queryKey: ['responsible-unit', asked],
    queryFn: ({ signal }) => call<typeof responsibleUnit>('/api/areas/:areaId/responsible-unit', asked, signal),
    enabled: category !== undefined && (channelId ?? columnId ?? url) !== undefined,
  });
  return data?.proposal ?? null;
}

/** 责任单位: the one proposed until another is chosen by hand; what the rule says stays beside it. */
export function UnitField({
  units,
  chosen,
  proposal,
  choose,
}: {
  units: z.output<(typeof rawFindingChoices)['output']>['units'];
  /** By hand; undefined: as proposed. */
  chosen: string | undefined;
  proposal: Proposal | null;
  choose(unitId: string | undefined): void;
}) {
  const other = proposal !== null && chosen !== undefined && chosen !== proposal.unitId;
  return (
    <>
      <Select
        aria-label="责任单位"
        aria-describedby="unit-proposal"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="选好类别和网站、栏目后自动提出"
        value={chosen ?? proposal?.unitId}
        options={units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={choose}
      />
      <small id="unit-proposal" className="sub" aria-live="polite">
        {proposal && `按“${proposal.sentence}”${other ? '应为' : '提出'}：${proposal.unitName}`}
        {proposal && proposal.chargedTo.id !== proposal.unitId && `（计入${proposal.chargedTo.name}）`}
        {other && (
          <button type="button" className="plain raw-take" onClick={() => choose(undefined)}>
            改用
          </button>
        )}
      </small>
    </>
  );
}
