import { Alert, Button, Form, Input } from 'antd';
import type { signIn } from '../../../src/contract/endpoints/sign-in.ts';
import { send } from '../../api.ts';
import { TextLine } from '../../parts/text-field.tsx';
import { Refused } from './refused.tsx';
import { useDoor } from './use-door.ts';

export function SignInForm({ singleSignOn }: { singleSignOn: string | null }) {
  const enter = useDoor((wanted: { login: string; password: string }) => send<typeof signIn>('/api/sign-in', wanted));
  return (
    <Form layout="vertical" requiredMark={false} onFinish={enter.mutate}>
      <Form.Item name="login" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
        <TextLine autoComplete="username" autoFocus most={60} size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Refused error={enter.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={enter.isPending}>
        登录
      </Button>
      {singleSignOn && (
        <Button block size="large" href="/api/single-sign-on" className="door-other">
          {singleSignOn}
        </Button>
      )}
      <Alert className="door-hint" type="info" title="没有用户名或忘记密码，请联系本单位的系统管理员。" />
    </Form>
  );
}
