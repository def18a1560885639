import type { UseMutationResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorState } from '../../parts/error-state.tsx';
import { FaultsOf } from '../../parts/faults.tsx';

interface Props {
  save: UseMutationResult<unknown, Error, void>;
  ready: boolean;
  close(): unknown;
  children: ReactNode;
}

/** The fields of a channel or a recipient, kept or given up together. */
export function SetUpForm({ save, ready, close, children }: Props) {
  return (
    <FaultsOf error={save.error}>
      <form
        className="message-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {children}
        <Button htmlType="submit" type="primary" disabled={!ready} loading={save.isPending}>
          保存
        </Button>
        <Button onClick={() => close()}>取消</Button>
        {save.error && <ErrorState error={save.error} />}
      </form>
    </FaultsOf>
  );
}
