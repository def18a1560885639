import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { externalHostDecide } from '../../../src/contract/endpoints/external-host-decide.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import type { HostRow } from './types.ts';

interface Props {
  areaId: string;
  rows: readonly HostRow[];
  done(words: string): void;
  cancel(): void;
}
type Decision = 'allowed' | 'refused';

/** One decision on all that were chosen: what, why, and whether for these sites alone or for every site of the area. */
export function DecideBar({ areaId, rows, done, cancel }: Props) {
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [everywhere, setEverywhere] = useState(true);
  const names = [...new Set(rows.map(({ name }) => name))];
  const decide = useMutation({
    mutationFn: async (decision: Decision) => {
      const said = { areaId, decision, reason: reason.trim() };
      const sites = everywhere ? [null] : [...new Set(rows.map(({ siteId }) => siteId))];
      for (const siteId of sites) {
        const here = siteId === null ? names : rows.filter((row) => row.siteId === siteId).map(({ name }) => name);
        await send<typeof externalHostDecide>('/api/areas/:areaId/external-hosts', { ...said, siteId, names: here });
      }
    },
    onSuccess: (_, decision) =>
      done(`${names.length} 个外部网站已记为“${decision === 'allowed' ? '准许' : '不得链接'}”，从下一次监测起生效。`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['external-hosts', areaId] }),
  });
  const ready = reason.trim() !== '' && !decide.isPending;
  return (
    <FaultsOf error={decide.error}>
      <section className="host-bar" aria-label="研判">
        <b>已选 {names.length} 个</b>
        <Select
          aria-label="适用范围"
          value={everywhere ? 'all' : 'site'}
          popupMatchSelectWidth={false}
          options={[
            { value: 'all', label: '适用于本地区全部网站' },
            { value: 'site', label: '只适用于列出的网站' },
          ]}
          onChange={(value) => setEverywhere(value === 'all')}
        />
        <TextLine
          aria-label="理由"
          placeholder="理由，如：县属企业"
          most={300}
          at="reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button type="primary" disabled={!ready} onClick={() => decide.mutate('allowed')}>
          准许
        </Button>
        <Button danger disabled={!ready} onClick={() => decide.mutate('refused')}>
          不得链接
        </Button>
        <Button onClick={cancel}>取消选择</Button>
        {decide.error ? <ErrorState error={decide.error} /> : null}
      </section>
    </FaultsOf>
  );
}
