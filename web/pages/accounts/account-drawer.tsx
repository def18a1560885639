import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { accountFunctions } from '../../../src/contract/endpoints/account-functions.ts';
import type { accountPurpose } from '../../../src/contract/endpoints/account-purpose.ts';
import type { accountState } from '../../../src/contract/endpoints/account-state.ts';
import { send } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { useAccountsPage } from './address.ts';
import { BeginForm } from './begin-form.tsx';
import { Day, Field, Words } from './fields.tsx';
import type { AccountRow, Accounts } from './types.ts';

const WIDTH_PX = 640;

/** One account: what it is for, what it offers, and what may be asked for or ordered about it. */
export function AccountDrawer({ areaId, data }: { areaId: string; data: Accounts }) {
  const { search, change, role } = useAccountsPage();
  const row = data.rows.find(({ id }) => id === search.account);
  const mayWrite = role === 'office' || role === 'centre' || role === 'unit';
  return (
    <FormDrawer
      open={row !== undefined}
      onClose={() => change({ account: undefined })}
      title={row ? `${row.platform.name}“${row.name}”` : ''}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      destroyOnHidden
    >
      {row && (
        <>
          <dl className="facts">
            <Fact name="单位" value={row.unit.name} />
            <Fact name="状态" value={`${row.state.name}${row.inBase ? '，计入合格率基数' : '，不计入合格率基数'}`} />
            <Fact name="备案" value={row.filingNumber ? `${row.filingNumber}（${row.filedOn ?? '日期未登记'}）` : '没有备案号'} />
            <Fact name="级别" value={row.level ?? '—'} />
          </dl>
          {mayWrite && (
            <>
              <FunctionsForm areaId={areaId} row={row} data={data} />
              <PurposeForm areaId={areaId} row={row} />
            </>
          )}
          {row.matter ? (
            <section className="accounts-part" aria-label="在办事项">
              <h3>在办事项</h3>
              <Button onClick={() => change({ view: 'matters', matter: row.matter?.id, account: undefined })}>
                {row.matter.name}：{row.matter.stateName}
              </Button>
            </section>
          ) : (
            (role === 'unit' || role === 'office') &&
            !['cancelled', 'closed'].includes(row.state.code) && <BeginForm areaId={areaId} row={row} />
          )}
          {role === 'office' && ['in_operation', 'suspended', 'unfiled', 'requested'].includes(row.state.code) && (
            <StateForm areaId={areaId} row={row} day={data.day} />
          )}
        </>
      )}
    </FormDrawer>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="wrap">{value}</dd>
    </div>
  );
}

function useKeep(areaId: string, work: () => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts', areaId] }) });
}

function FunctionsForm({ areaId, row, data }: { areaId: string; row: AccountRow; data: Accounts }) {
  const [chosen, setChosen] = useState<string[]>(row.functions ?? []);
  const keep = useKeep(areaId, () =>
    send<typeof accountFunctions>('/api/areas/:areaId/accounts/:accountId/functions', {
      ...{ areaId, accountId: row.id, functions: chosen as NonNullable<AccountRow['functions']> },
    }),
  );
  return (
    <section className="accounts-part" aria-label="账号功能">
      <h3>账号功能</h3>
      <Checkbox.Group
        value={chosen}
        options={data.functions.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(values) => setChosen(values as string[])}
      />
      <p className="accounts-acts">
        <Button size="small" loading={keep.isPending} onClick={() => keep.mutate()}>
          保存功能
        </Button>
        <span className="section-note">
          {row.functionsOn ? `${row.functionsOn} 登记` : '没有登记过；全部不选再保存，即登记为没有这些功能'}
          {keep.isSuccess && '，已保存'}
        </span>
      </p>
      {keep.error && <ErrorState error={keep.error} />}
    </section>
  );
}

function PurposeForm({ areaId, row }: { areaId: string; row: AccountRow }) {
  const [purpose, setPurpose] = useState(row.purpose ?? '');
  const [person, setPerson] = useState(row.person ?? '');
  const [phone, setPhone] = useState(row.phone ?? '');
  const keep = useKeep(areaId, () =>
    send<typeof accountPurpose>('/api/areas/:areaId/accounts/:accountId/purpose', { areaId, accountId: row.id, purpose, person, phone }),
  );
  return (
    <FaultsOf error={keep.error}>
      <form
        className="accounts-part accounts-form"
        aria-label="用途和责任人"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <h3>用途和责任人</h3>
        <Words name="用途" at="purpose" value={purpose} set={setPurpose} />
        <Words name="责任人" at="person" value={person} set={setPerson} max={40} />
        <Words name="联系电话" at="phone" value={phone} set={setPhone} max={40} />
        <p className="accounts-acts">
          <Button size="small" htmlType="submit" loading={keep.isPending}>
            保存
          </Button>
          {keep.isSuccess && <span className="section-note">已保存</span>}
        </p>
        {keep.error && <ErrorState error={keep.error} />}
      </form>
    </FaultsOf>
  );
}

/** 停运 and 恢复: an account without filing is refused by the server, in its words. */
function StateForm({ areaId, row, day }: { areaId: string; row: AccountRow; day: string }) {
  const [state, setState] = useState<'in_operation' | 'suspended'>(row.state.code === 'in_operation' ? 'suspended' : 'in_operation');
  const [from, setFrom] = useState(day);
  const keep = useKeep(areaId, () =>
    send<typeof accountState>('/api/areas/:areaId/accounts/:accountId/state', { areaId, accountId: row.id, state, from }),
  );
  return (
    <FaultsOf error={keep.error}>
      <form
        className="accounts-part accounts-form"
        aria-label="停运和恢复"
        onSubmit={(event) => {
          event.preventDefault();
          keep.mutate();
        }}
      >
        <h3>停运和恢复</h3>
        <Field name="改为" at="state">
          <Select
            aria-label="改为"
            value={state}
            style={{ maxWidth: 180 }}
            options={[
              { value: 'in_operation', label: '正常运行' },
              { value: 'suspended', label: '临时停运' },
            ]}
            onChange={setState}
          />
        </Field>
        <Day name="从哪天起" at="from" value={from} set={setFrom} max={day} />
        <p className="accounts-acts">
          <Button size="small" htmlType="submit" loading={keep.isPending}>
            登记
          </Button>
        </p>
        {keep.error && <ErrorState error={keep.error} />}
      </form>
    </FaultsOf>
  );
}
