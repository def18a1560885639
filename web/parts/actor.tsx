import { Input, Select } from 'antd';
import { useSyncExternalStore } from 'react';

/** Who sits at this page: a name that is typed, since nobody signs in, kept in this browser only. */
export interface Actor {
  name: string;
  role: 'office' | 'centre' | 'third_party' | 'bureau';
}

const KEY = 'mingcha.actor';
const ROLES: readonly { value: Actor['role']; label: string }[] = [
  { value: 'office', label: '政务公开办' },
  { value: 'centre', label: '信息中心' },
  { value: 'third_party', label: '第三方' },
  { value: 'bureau', label: '行政审批局' },
];
const listeners = new Set<() => void>();
let known = read();

function read(): Actor {
  const [role = '', ...name] = (localStorage.getItem(KEY) ?? '').split(' ');
  return { name: name.join(' '), role: ROLES.find(({ value }) => value === role)?.value ?? 'office' };
}

function write(next: Actor): void {
  known = next;
  localStorage.setItem(KEY, `${next.role} ${next.name}`);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useActor(): { actor: Actor; set(next: Actor): void } {
  return { actor: useSyncExternalStore(subscribe, () => known), set: write };
}

/** Names a person's messages are kept under: the own one, where it is typed, and the role's. */
export function namesOf({ name, role }: Actor): string[] {
  const label = ROLES.find(({ value }) => value === role)?.label ?? '';
  return [name.trim(), label].filter((one) => one !== '');
}

/** Asks who is at work; every save and every act is kept under this name. */
export function ActorField({ label = '经办人' }: { label?: string }) {
  const { actor, set } = useActor();
  return (
    <span className="actor">
      <span>{label}</span>
      <Input
        size="small"
        aria-label={`${label}姓名`}
        placeholder="姓名"
        maxLength={40}
        status={actor.name.trim() === '' ? 'warning' : undefined}
        value={actor.name}
        onChange={(event) => set({ ...actor, name: event.target.value })}
      />
      <Select
        size="small"
        aria-label={`${label}所在部门`}
        value={actor.role}
        options={[...ROLES]}
        popupMatchSelectWidth={false}
        onChange={(role) => set({ ...actor, role })}
      />
    </span>
  );
}
