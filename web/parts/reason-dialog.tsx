import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useId, useState } from 'react';
import { ErrorState } from './error-state.tsx';
import { FaultsOf } from './faults.tsx';
import { TextLine } from './text-field.tsx';
import { useAskedClose } from './use-asked-close.tsx';
import './reason-dialog.css';

interface Props {
  title: string;
  /** What happens, and whether there is a way back. */
  note: string;
  label: string;
  placeholder: string;
  action: string;
  work(reason: string): Promise<unknown>;
  close(): void;
}

/** Something that is only done with a reason, which is kept. */
export function ReasonDialog({ title, note, label, placeholder, action, work, close }: Props) {
  const field = useId();
  const { ask, typedIn } = useAskedClose(close);
  const [reason, setReason] = useState('');
  const act = useMutation({ mutationFn: () => work(reason.trim()), onSuccess: close });
  const ready = reason.trim() !== '' && !act.isPending;
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => act.mutate()}
      onCancel={ask}
    >
      {typedIn(
        <FaultsOf error={act.error}>
          <form
            className="reason-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (ready) act.mutate();
            }}
          >
            <p>{note}</p>
            <label htmlFor={field}>{label}</label>
            <TextLine
              id={field}
              autoFocus
              most={200}
              at="reason"
              placeholder={placeholder}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {act.error && <ErrorState error={act.error} />}
          </form>
        </FaultsOf>,
      )}
    </Modal>
  );
}
