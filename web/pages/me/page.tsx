import { useMe } from '../../app/use-me.ts';
import { Section } from '../../parts/section.tsx';
import { PasswordForm } from '../sign-in/password-form.tsx';

/** 我的账户: who one is here, and the own password. */
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
      <Section title="修改密码">
        <div className="narrow-form">
          <PasswordForm />
        </div>
      </Section>
    </>
  );
}
