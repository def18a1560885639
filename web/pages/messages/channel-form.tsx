import { useMutation } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import type { messageChannelSave } from '../../../src/contract/endpoints/message-channel-save.ts';
import { send } from '../../api.ts';
import { TextLine } from '../../parts/text-field.tsx';
import { SetUpForm } from './set-up-form.tsx';
import type { SetUpView } from './types.ts';

type Kind = Parameters<typeof send<typeof messageChannelSave>>[1]['kind'];

interface Props {
  areaId: string;
  kinds: SetUpView['kinds'];
  known: SetUpView['channels'][number] | null;
  close(): unknown;
}

const ROBOT = [
  { field: 'address', label: 'Webhook 地址', secret: true },
  { field: 'secret', label: '加签密钥（没有则不填）', secret: true },
] as const;
const MAIL = [
  { field: 'host', label: '发件服务器，如 smtp.example.com', secret: false },
  { field: 'port', label: '端口', secret: false },
  { field: 'from', label: '发件人邮箱', secret: false },
  { field: 'user', label: '用户名（不需要则不填）', secret: false },
  { field: 'password', label: '密码或授权码', secret: true },
] as const;
const SECURITY = [
  { value: 'tls', label: 'SSL/TLS（465）' },
  { value: 'starttls', label: 'STARTTLS（25、587）' },
  { value: 'none', label: '不加密（仅内网）' },
];

/** A channel as it is filled in; a secret that is known already is left as it is when nothing is typed. */
export function ChannelForm({ areaId, kinds, known, close }: Props) {
  const [kind, setKind] = useState<Kind>((known?.kind.code as Kind | undefined) ?? 'wecom');
  const [name, setName] = useState(known?.name ?? '');
  const [closed, setClosed] = useState(known?.closed ?? false);
  const [security, setSecurity] = useState(String(known?.settings.security ?? 'tls'));
  const [values, setValues] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(known?.settings ?? { port: 465 }).map(([field, value]) => [field, String(value ?? '')])),
  );
  const isMail = kind === 'email';
  const fields: readonly { field: string; label: string; secret: boolean }[] = isMail ? MAIL : ROBOT;
  const save = useMutation({
    mutationFn: () => {
      const typed = fields.flatMap(({ field }): [string, string | number][] => {
        const value = (values[field] ?? '').trim();
        return value === '' ? [] : [[field, field === 'port' ? Number(value) : value]];
      });
      const settings = { ...Object.fromEntries(typed), ...(isMail ? { security } : {}) };
      return send<typeof messageChannelSave>('/api/areas/:areaId/message-channels', {
        areaId,
        id: known?.id ?? null,
        kind,
        name,
        closed,
        settings,
      });
    },
    onSuccess: close,
  });
  return (
    <SetUpForm save={save} ready={name.trim() !== ''} close={close}>
      <Select
        aria-label="渠道类型"
        disabled={known !== null}
        value={kind}
        options={kinds.map(({ code, name: label }) => ({ value: code as Kind, label }))}
        popupMatchSelectWidth={false}
        onChange={setKind}
      />
      <TextLine
        aria-label="渠道名称"
        placeholder="渠道名称，如 县直单位工作群"
        most={60}
        at="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {fields.map(({ field, label, secret }) => (
        <TextLine
          key={field}
          most={500}
          at={field}
          aria-label={label}
          placeholder={known?.filled.includes(field) ? `${label}：已填写，不改则留空` : label}
          type={secret ? 'password' : 'text'}
          autoComplete="off"
          value={values[field] ?? ''}
          onChange={(event) => setValues({ ...values, [field]: event.target.value })}
        />
      ))}
      {isMail ? (
        <Select aria-label="加密方式" value={security} options={SECURITY} popupMatchSelectWidth={false} onChange={setSecurity} />
      ) : (
        <Checkbox checked={closed} onChange={(event) => setClosed(event.target.checked)}>
          群成员都在严重信息知悉范围内
        </Checkbox>
      )}
    </SetUpForm>
  );
}
