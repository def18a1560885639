import { useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { Go } from '../../app/go.tsx';
import { type MeAnswer, useMeAnswer } from '../../app/use-me.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { Loading } from '../../parts/loading.tsx';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { wayBack } from './use-door.ts';

/** Signing in: password, then what is still owed (a code, a password of one's own), then back to where one came from. */
export function Page() {
  const { data, error, refetch } = useMeAnswer();
  const { back } = useSearch({ strict: false });
  const [refused] = useState(signOnRefused);
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!data) return <Loading />;
  if (data.state === 'in' && !data.mustChange) return <Go to={{ href: wayBack(back) }} />;
  return (
    <main className="door" id="main">
      <h1 className="door-name">
        明察<small>政府网站与政务新媒体监测</small>
      </h1>
      {refused && <Alert type="error" role="alert" title={refused} />}
      <Owed answer={data} />
    </main>
  );
}

function Owed({ answer }: { answer: MeAnswer }) {
  if (answer.state === 'code') return <CodeForm />;
  if (answer.state === 'in') return <PasswordForm first />;
  return <SignInForm singleSignOn={answer.singleSignOn} />;
}

/** Why the single sign-on let nobody in, as the server left it a moment ago. */
function signOnRefused(): string {
  const kept = /(?:^|; )mingcha-refused=([^;]*)/.exec(document.cookie)?.[1] ?? '';
  return new URLSearchParams(`words=${kept}`).get('words') ?? '';
}
