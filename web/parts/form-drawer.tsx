import { Drawer, type DrawerProps } from 'antd';
import { useAskedClose } from './use-asked-close.tsx';

/** A drawer with a form in it: neither Escape nor a slip of the hand throws away what was typed. */
export function FormDrawer({ onClose, children, ...props }: DrawerProps & { onClose(): void }) {
  const { ask, typedIn } = useAskedClose(onClose);
  return (
    <Drawer {...props} onClose={ask}>
      {typedIn(children)}
    </Drawer>
  );
}
