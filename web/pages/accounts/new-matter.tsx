import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { accountMatterFound } from '../../../src/contract/endpoints/account-matter-found.ts';
import type { accountMatterOpen } from '../../../src/contract/endpoints/account-matter-open.ts';
import { send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useAccounts } from './accounts-view.tsx';
import { useAccountsPage } from './address.ts';
import { Field, Words } from './fields.tsx';
import type { Accounts } from './types.ts';

const WIDTH_PX = 560;

/** 申请开设 by a unit, or 登记未备案账号 by office and centre. */
export function NewMatter({ areaId }: { areaId: string }) {
  const { search, change } = useAccountsPage();
  const { data, error } = useAccounts(areaId);
  const found = search.new === 'found';
  return (
    <FormDrawer
      open={search.new !== undefined}
      onClose={() => change({ new: undefined })}
      title={found ? '登记未备案账号' : '申请开设账号'}
      size={Math.min(WIDTH_PX, window.innerWidth)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      {error ? <ErrorState error={error} /> : data ? <Form areaId={areaId} data={data} found={found} /> : <Loading what="单位" />}
    </FormDrawer>
  );
}

function Form({ areaId, data, found }: { areaId: string; data: Accounts; found: boolean }) {
  const { change } = useAccountsPage();
  const own = useMe().unit?.id;
  const [unitId, setUnitId] = useState<string | undefined>(own ?? (data.units.length === 1 ? data.units[0]?.id : undefined));
  const [platform, setPlatform] = useState(data.platforms[0]?.code ?? '');
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [person, setPerson] = useState('');
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const begin = useMutation({
    mutationFn: () => {
      const head = { areaId, unitId: unitId as string, platform, name, reason };
      return found
        ? send<typeof accountMatterFound>('/api/areas/:areaId/account-matters/found', head)
        : send<typeof accountMatterOpen>('/api/areas/:areaId/account-matters/open', { ...head, purpose, person, phone });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['accounts', areaId] });
      change({ new: undefined, matter: id });
    },
  });
  const missing = [
    unitId ? '' : '单位',
    name.trim() ? '' : '账号名称',
    !found && !purpose.trim() ? '用途' : '',
    !found && !person.trim() ? '责任人' : '',
    found && !reason.trim() ? '发现的情况' : '',
  ].filter(Boolean);
  return (
    <FaultsOf error={begin.error}>
      <form
        className="accounts-form"
        aria-label={found ? '登记未备案账号' : '申请开设账号'}
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <p className="section-note">
          {found
            ? '登记后按“未备案”单独列出，不计入合格率基数，并作为问题登入台账；单位可以补办备案或关停。'
            : '先备案、再开设：取得备案号、账号投入运行以后，才计入正常运行的账号。'}
        </p>
        <Field name="主办单位" at="unitId" must>
          <Select
            aria-label="主办单位"
            value={unitId}
            placeholder="请选择"
            showSearch={{ optionFilterProp: 'label' }}
            options={data.units.map(({ id, name: label }) => ({ value: id, label }))}
            onChange={setUnitId}
          />
        </Field>
        <Field name="平台" at="platform" must>
          <Select
            aria-label="平台"
            value={platform}
            options={data.platforms.map(({ code, name: label }) => ({ value: code, label }))}
            onChange={setPlatform}
          />
        </Field>
        <Words name="账号名称" at="name" value={name} set={setName} max={60} must />
        {!found && (
          <>
            <Words name="用途" at="purpose" value={purpose} set={setPurpose} must long />
            <Words name="责任人" at="person" value={person} set={setPerson} max={40} must />
            <Words name="联系电话" at="phone" value={phone} set={setPhone} max={40} />
          </>
        )}
        <Words name={found ? '发现的情况' : '说明'} at="reason" value={reason} set={setReason} max={500} must={found} long />
        <p className="accounts-acts">
          <Button type="primary" htmlType="submit" disabled={missing.length > 0} loading={begin.isPending}>
            {found ? '登记' : '提出申请'}
          </Button>
          {missing.length > 0 && <span className="section-note">还没有填写：{missing.join('、')}</span>}
        </p>
        {begin.error && <ErrorState error={begin.error} />}
      </form>
    </FaultsOf>
  );
}
