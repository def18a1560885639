import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { accountMatterBegin } from '../../../src/contract/endpoints/account-matter-begin.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { useAccountsPage } from './address.ts';
import { Field, Words } from './fields.tsx';
import type { AccountRow } from './types.ts';

type Kind = 'change' | 'close' | 'cancel' | 'rectify';
const ASKED: readonly { value: Kind; label: string }[] = [
  { value: 'change', label: '变更' },
  { value: 'close', label: '关停' },
  { value: 'cancel', label: '注销' },
];
const ORDERED: readonly { value: Kind; label: string }[] = [
  { value: 'rectify', label: '整改' },
  { value: 'close', label: '关停' },
  { value: 'cancel', label: '注销' },
];

/** 变更、关停、注销、整改: the unit asks, the office orders. */
export function BeginForm({ areaId, row }: { areaId: string; row: AccountRow }) {
  const { change, role } = useAccountsPage();
  const kinds = role === 'office' ? ORDERED : ASKED;
  const [kind, setKind] = useState<Kind>(kinds[0]?.value ?? 'close');
  const [name, setName] = useState(row.name);
  const [person, setPerson] = useState(row.person ?? '');
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () =>
      send<typeof accountMatterBegin>('/api/areas/:areaId/account-matters', {
        ...{ areaId, accountId: row.id, kind, name: kind === 'change' ? name : null, reason },
        ...(kind === 'change' ? { purpose: row.purpose, person, phone: row.phone } : { purpose: null, person: null, phone: null }),
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['accounts', areaId] });
      change({ view: 'matters', matter: id, account: undefined });
    },
  });
  const verb = role === 'office' ? '要求' : '申请';
  return (
    <FaultsOf error={begin.error}>
      <form
        className="accounts-part accounts-form"
        aria-label={`${verb}办理`}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <h3>{verb}办理</h3>
        <Field name="事项">
          <Select aria-label="事项" value={kind} style={{ maxWidth: 180 }} options={[...kinds]} onChange={setKind} />
        </Field>
        {kind === 'change' && (
          <>
            <Words name="变更后的名称" at="name" value={name} set={setName} max={60} must />
            <Words name="变更后的责任人" at="person" value={person} set={setPerson} max={40} />
          </>
        )}
        <Words name="事由" at="reason" value={reason} set={setReason} max={500} must long />
        <p className="accounts-acts">
          <Button type="primary" htmlType="submit" disabled={reason.trim() === ''} loading={begin.isPending}>
            {verb}
            {kinds.find(({ value }) => value === kind)?.label}
          </Button>
        </p>
        {begin.error && <ErrorState error={begin.error} />}
      </form>
    </FaultsOf>
  );
}
