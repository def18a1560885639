import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import type { secondFactorBegin } from '../../../src/contract/endpoints/second-factor-begin.ts';
import type { secondFactorOff } from '../../../src/contract/endpoints/second-factor-off.ts';
import type { secondFactorOn } from '../../../src/contract/endpoints/second-factor-on.ts';
import { send } from '../../api.ts';
import { ME, useMe } from '../../app/use-me.ts';
import { Refused } from '../sign-in/refused.tsx';

/** 动态口令: put on by scanning and giving a code, taken off by giving the password. */
export function SecondFactor() {
  const { secondFactor } = useMe();
  return secondFactor ? <TakeOff /> : <PutOn />;
}

function PutOn() {
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => send<typeof secondFactorBegin>('/api/me/second-factor/begin', {}) });
  const on = useMutation({
    mutationFn: (secret: string) => send<typeof secondFactorOn>('/api/me/second-factor', { secret, code }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ME }),
  });
  if (!begin.data)
    return (
      <>
        <p>启用后，登录时除密码外还要输入手机应用显示的 6 位数字。支持常用的动态口令（TOTP）应用。</p>
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          启用动态口令
        </Button>
        <Refused error={begin.error} />
      </>
    );
  const { secret, address } = begin.data;
  return (
    <form
      className="second-factor"
      onSubmit={(event) => {
        event.preventDefault();
        on.mutate(secret);
      }}
    >
      <QRCode value={address} type="svg" size={180} />
      <div>
        <p>
          1. 用动态口令应用扫描二维码，或手工输入密钥 <b className="wrap">{secret}</b>
        </p>
        <p>2. 输入应用显示的 6 位数字</p>
        <p>
          <Input
            aria-label="动态口令"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </p>
        <Refused error={on.error} />
        <Button type="primary" htmlType="submit" disabled={code.trim().length < 6} loading={on.isPending}>
          确认启用
        </Button>
      </div>
    </form>
  );
}

function TakeOff() {
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const off = useMutation({
    mutationFn: () => send<typeof secondFactorOff>('/api/me/second-factor/off', { password }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ME }),
  });
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        off.mutate();
      }}
    >
      <p>已启用。停用须输入登录密码。</p>
      <p>
        <Input.Password
          aria-label="登录密码"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </p>
      <Refused error={off.error} />
      <Button danger htmlType="submit" disabled={password === ''} loading={off.isPending}>
        停用动态口令
      </Button>
    </form>
  );
}
