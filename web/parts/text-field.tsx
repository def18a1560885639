import { Input, type InputRef } from 'antd';
import { type ComponentProps, type ComponentRef, useEffect, useRef } from 'react';
import { FaultNote, useRefusal } from './faults.tsx';
import { TooLong } from './too-long.tsx';

interface Limits {
  /** Letters the server takes. What is longer stays as it was pasted, and the form is not sent. */
  most: number;
  /** Path of the field in what is sent: the server's refusal of it stands here. */
  at?: string;
  /** Where words beyond the limit may go. */
  otherwise?: string;
}
type Line = Omit<ComponentProps<typeof Input>, 'maxLength'> & Limits;
type Block = Omit<ComponentProps<typeof Input.TextArea>, 'maxLength'> & Limits;

/** A line of words that somebody may paste: never cut. */
export function TextLine({ most, at, otherwise, status, ...props }: Line) {
  const field = useRef<InputRef>(null);
  const text = String(props.value ?? '');
  const refused = useWords(() => field.current?.input, { text, most, at });
  return (
    <span className="text-field">
      <Input {...props} ref={field} status={refused.status ?? status} aria-invalid={refused.status === 'error'} />
      <TooLong text={text} most={most} otherwise={otherwise} />
      {refused.fault}
    </span>
  );
}

/** Several lines of words that somebody may paste: never cut. */
export function TextBlock({ most, at, otherwise, status, ...props }: Block) {
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  const text = String(props.value ?? '');
  const refused = useWords(() => field.current?.resizableTextArea?.textArea, { text, most, at });
  return (
    <span className="text-field">
      <Input.TextArea {...props} ref={field} status={refused.status ?? status} aria-invalid={refused.status === 'error'} />
      <TooLong text={text} most={most} otherwise={otherwise} />
      {refused.fault}
    </span>
  );
}

type Native = HTMLInputElement | HTMLTextAreaElement | null | undefined;

/** Keeps a form from being sent while its words are too long, and gives the server's refusal until they are changed. */
function useWords(native: () => Native, { text, most, at }: { text: string; most: number; at: string | undefined }) {
  const fault = useRefusal(at, text);
  const over = text.trim().length - most;
  useEffect(() => native()?.setCustomValidity(over > 0 ? `最多 ${most} 字，请删去 ${over} 字` : ''));
  const stands = over <= 0 && fault !== null;
  return {
    status: over > 0 || stands ? ('error' as const) : undefined,
    fault: stands ? <FaultNote>{fault}</FaultNote> : null,
  };
}
