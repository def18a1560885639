import { useMe } from '../../app/use-me.ts';
import { Section } from '../../parts/section.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

/** 我的账户: who one is here, the own password, the second factor, where one is signed in. */
export function Page() {
  const me = useMe();
  return (
    <>
      <div className="page-head">
        <h1>我的账户</h1>
        <p className="page-note">
          {me.name}（{me.login}），{me.unit?.name ?? me.roleName}
          {me.administers && '，系统管理员'}
        </p>
      </div>
      <Section title="修改密码" note="修改后，其他设备上的登录全部退出">
        <div className="narrow-form">
          <PasswordForm />
        </div>
      </Section>
      <Section title="动态口令" note={me.secondFactor ? '已启用' : '未启用'}>
        <SecondFactor />
      </Section>
      <Section title="登录记录">
        <Sessions />
      </Section>
    </>
  );
}
