import { Button } from 'antd';
import type { ReactNode } from 'react';
import { OFFICE } from '../../../src/contract/who.ts';
import { Only } from '../../app/only.tsx';
import { ErrorState } from '../../parts/error-state.tsx';

interface Props {
  name: string;
  /** Behind the name; `sub` stands below. */
  of: string;
  sub: string;
  edit(): void;
  retire(): void;
  /** Further acts, before those every row has. */
  acts?: ReactNode;
  error: Error | null;
  children?: ReactNode;
}

/** One line of 渠道和收件人: what it is, what the office does with it, what came of that. */
export function SetUpRow({ name, of, sub, edit, retire, acts, error, children }: Props) {
  return (
    <div className="message-row">
      <p>
        <b>{name}</b> {of}
        <span className="sub">{sub}</span>
      </p>
      <Only who={OFFICE}>
        <div className="message-acts">
          {acts}
          <Button size="small" onClick={edit}>
            修改
          </Button>
          <Button size="small" danger onClick={() => retire()}>
            停用
          </Button>
        </div>
      </Only>
      {children}
      {error && <ErrorState error={error} />}
    </div>
  );
}
