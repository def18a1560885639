import { Modal } from 'antd';
import { type CSSProperties, type ReactNode, useRef } from 'react';

const APART: CSSProperties = { display: 'contents' };

/** Whether to give up what was filled in and not handed in. */
export const GIVE_UP = {
  title: '放弃已经填写的内容？',
  content: '没有提交或者保存的内容不再保留。',
  okText: '放弃',
  cancelText: '继续填写',
  autoFocusButton: 'cancel',
} as const;

interface AskedClose {
  /** Closes, or asks first. */
  ask(): void;
  /** Takes what is typed into; the question stands beside it. */
  typedIn(children: ReactNode): ReactNode;
}

/** Closing what holds a form, by Escape too: what was typed and not handed in is given up only by somebody who was asked. */
export function useAskedClose(close: () => void): AskedClose {
  const [modal, holder] = Modal.useModal();
  const place = useRef<HTMLDivElement | null>(null);
  const typed = useRef(false);
  const isAsking = useRef(false);
  const ask = async (): Promise<void> => {
    // What was refused is not handed in either.
    const isKept = !typed.current && !place.current?.querySelector('.state-error');
    if (isAsking.current) return;
    isAsking.current = true;
    const gives = isKept || (await modal.confirm(GIVE_UP));
    isAsking.current = false;
    if (!gives) return;
    typed.current = false;
    close();
  };
  const hold = (element: HTMLDivElement | null): void => {
    place.current = element;
    if (element === null) typed.current = false;
  };
  const set = (isTyped: boolean) => () => {
    typed.current = isTyped;
  };
  return {
    ask: () => void ask(),
    typedIn: (children) => (
      <div ref={hold} style={APART} onInput={set(true)} onSubmit={set(false)}>
        {children}
        {holder}
      </div>
    ),
  };
}
