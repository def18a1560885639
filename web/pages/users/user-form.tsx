import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Select } from 'antd';
import type { z } from 'zod';
import type { directory } from '../../../src/contract/endpoints/directory.ts';
import type { userAdd } from '../../../src/contract/endpoints/user-add.ts';
import { LOGIN, NO_LOGIN } from '../../../src/contract/login.ts';
import { CATEGORIES, type Category } from '../../../src/core/category.ts';
import { USER_ROLE_CODES, USER_ROLES, type UserRole } from '../../../src/core/role.ts';
import { call } from '../../api.ts';
import { useAreas } from '../../app/use-areas.ts';
import { useMe } from '../../app/use-me.ts';
import { TextLine } from '../../parts/text-field.tsx';
import { useFormFaults } from '../../parts/use-form-faults.ts';
import type { User } from './types.ts';

export type Wish = z.input<(typeof userAdd)['input']>;
const EVERYWHERE = '*';
const trimmed = (value?: string) => value?.trim();

interface Fields extends Omit<Wish, 'homeAreaId'> {
  homeAreaId: string;
}

interface Props {
  areaId: string;
  user: User | null;
  busy: boolean;
  /** Why the server refused it. */
  error: unknown;
  save(wish: Wish): void;
}

/** What a user is. The unit is asked of a unit's people only, the categories of the approval bureau only. */
export function UserForm({ areaId, user, busy, error, save }: Props) {
  const me = useMe();
  const [form] = Form.useForm<Fields>();
  useFormFaults(form, error);
  const { data: areas } = useAreas();
  const home = Form.useWatch('homeAreaId', form) ?? user?.areaId ?? areaId;
  const role: UserRole = Form.useWatch('role', form) ?? user?.role ?? 'unit';
  const { data: known } = useQuery({
    queryKey: ['directory', home],
    enabled: home !== EVERYWHERE,
    queryFn: ({ signal }) => call<typeof directory>('/api/areas/:areaId/directory', { areaId: home }, signal),
  });
  const initial: Fields = {
    login: user?.login ?? '',
    name: user?.name ?? '',
    role: user?.role ?? 'unit',
    homeAreaId: user ? (user.areaId ?? EVERYWHERE) : areaId,
    ofUnitId: user?.unitId ?? null,
    post: user?.post ?? null,
    fields: user?.fields ?? [],
    administers: user?.administers ?? false,
    oidcSubject: user?.oidcSubject ?? null,
  };
  const submit = ({ homeAreaId, ofUnitId, post, fields, oidcSubject, ...rest }: Fields) =>
    save({
      ...rest,
      homeAreaId: homeAreaId === EVERYWHERE ? null : homeAreaId,
      ofUnitId: ofUnitId ?? null,
      post: rest.role === 'unit' ? (post ?? null) : null,
      fields: rest.role === 'bureau' ? (fields ?? []) : [],
      oidcSubject: oidcSubject?.trim() || null,
    });
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} requiredMark={false}>
      <Form.Item
        name="login"
        label="用户名"
        rules={[
          { required: true, message: '请填写用户名' },
          { transform: trimmed, pattern: LOGIN, message: NO_LOGIN },
        ]}
      >
        <TextLine most={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
        <TextLine most={40} />
      </Form.Item>
      <Form.Item name="role" label="角色">
        <Select options={USER_ROLE_CODES.map((value) => ({ value, label: USER_ROLES[value] }))} />
      </Form.Item>
      <Form.Item name="homeAreaId" label="所在地区">
        <Select
          options={[
            ...(me.areaId === null ? [{ value: EVERYWHERE, label: '全部地区' }] : []),
            ...(areas ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="ofUnitId"
        label={role === 'unit' ? '单位' : '所属单位（复查时回避本单位，可不选）'}
        rules={[{ required: role === 'unit', message: '责任单位的用户须选择单位' }]}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择单位"
          options={known?.units.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      {role === 'unit' && (
        <Form.Item name="post" label="职责">
          <Select
            allowClear
            placeholder="一般人员"
            options={[
              { value: 'person', label: '责任人' },
              { value: 'deputy', label: '副手' },
            ]}
          />
        </Form.Item>
      )}
      {role === 'bureau' && (
        <Form.Item name="fields" label="负责的问题类别">
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={(Object.keys(CATEGORIES) as Category[]).map((value) => ({ value, label: CATEGORIES[value] }))}
          />
        </Form.Item>
      )}
      <Form.Item name="oidcSubject" label="统一身份认证编号（使用单点登录时填写）">
        <TextLine most={200} />
      </Form.Item>
      <Form.Item name="administers" valuePropName="checked">
        <Checkbox>系统管理员：管理所在地区的用户和令牌</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        保存
      </Button>
    </Form>
  );
}
