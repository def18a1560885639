import { Button, Form, Input } from 'antd';
import type { signInCode } from '../../../src/contract/endpoints/sign-in-code.ts';
import type { signOut } from '../../../src/contract/endpoints/sign-out.ts';
import { send } from '../../api.ts';
import { Refused } from './refused.tsx';
import { useDoor } from './use-door.ts';

/** The second factor. */
export function CodeForm() {
  const give = useDoor(({ code }: { code: string }) => send<typeof signInCode>('/api/sign-in/code', { code }));
  const back = useDoor(() => send<typeof signOut>('/api/sign-out', {}));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={give.mutate}>
      <p>密码正确。请输入手机应用上显示的 6 位动态口令。</p>
      <Form.Item name="code" label="动态口令" rules={[{ required: true, message: '请输入 6 位数字' }]}>
        <Input autoComplete="one-time-code" inputMode="numeric" autoFocus maxLength={10} size="large" />
      </Form.Item>
      <Refused error={give.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={give.isPending}>
        确定
      </Button>
      <Button type="link" block onClick={() => back.mutate(undefined)}>
        换一个用户登录
      </Button>
    </Form>
  );
}
