import { useBlocker } from '@tanstack/react-router';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { GIVE_UP } from '../parts/use-asked-close.tsx';

/** Going to another page, or another part of this one, gives up what was changed and not saved only after a question, which is answered to be shown. */
export function useUnsaved(isChanged: boolean): ReactNode {
  const [modal, holder] = Modal.useModal();
  useBlocker({
    disabled: !isChanged,
    enableBeforeUnload: isChanged,
    shouldBlockFn: async () => !(await modal.confirm(GIVE_UP)),
  });
  return holder;
}
