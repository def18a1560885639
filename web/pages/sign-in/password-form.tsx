import { Button, Form, Input } from 'antd';
import type { passwordChange } from '../../../src/contract/endpoints/password-change.ts';
import { send } from '../../api.ts';
import { Refused } from './refused.tsx';
import { useDoor } from './use-door.ts';

interface Wanted {
  password: string;
  newPassword: string;
}

/** A new password; `first` = the one in use was given out for one use only. */
export function PasswordForm({ first = false }: { first?: boolean }) {
  const change = useDoor(({ password, newPassword }: Wanted) => send<typeof passwordChange>('/api/me/password', { password, newPassword }));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={change.mutate}>
      {first && <p>您用的是一次性密码，请先换成自己的密码。</p>}
      <Form.Item name="password" label={first ? '一次性密码' : '原密码'} rules={[{ required: true, message: '请填写' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label="新密码"
        extra="至少 10 位，同时含有字母和数字（或符号），不含用户名。"
        rules={[{ required: true, message: '请填写' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一遍新密码"
        dependencies={['newPassword']}
        rules={[
          { required: true, message: '请再输一遍' },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('newPassword') ? Promise.resolve() : Promise.reject(new Error('两次输入不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Refused error={change.error} />
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
