import { Button } from 'antd';
import { Field } from '../../parts/field.tsx';
import { TextBlock, TextLine } from '../../parts/text-field.tsx';
import { Choice, Line, Lines, Switch } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { Settings, SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

type Contact = Settings['head']['contacts'][number];

/** 通报版头: what stays the same from one notice to the next. */
export function Head({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['head']);
  const { head } = draft;
  const set = (values: Partial<Settings['head']>) => put('head', { ...head, ...values });
  const orNull = (text: string): string | null => text || null;
  return (
    <SettingsPart title="通报版头" note="新起草的通报按此生成；已起草的可在编辑页单独修改" saving={saving}>
      <Line label="发文机关" value={head.issuer} set={(issuer) => set({ issuer })} note="落款，也是工作提示的署名。" />
      <Line
        label="版头文字"
        value={head.letterhead}
        set={(text) => set({ letterhead: orNull(text) })}
        note="如：××县人民政府办公室文件；不填则没有红头。"
      />
      <Line label="监测单位" value={head.monitor} set={(text) => set({ monitor: orNull(text) })} note="与发文机关不同时填写。" />
      <Line label="印发机关" value={head.printingOffice} set={(text) => set({ printingOffice: orNull(text) })} />
      <Lines
        label="主送机关（每行一个）"
        value={head.addressees}
        set={(addressees) => set({ addressees })}
        note="不填则用“主送机关”里的第一组。"
      />
      <Lines label="抄送（每行一个）" value={head.cc} set={(cc) => set({ cc })} rows={2} />
      <Choice
        label="公开属性"
        value={head.disclosureMark ?? ''}
        set={(mark) => set({ disclosureMark: mark === '' ? null : mark })}
        options={[
          { value: '', label: '不标注' },
          { value: '主动公开', label: '主动公开' },
          { value: '依申请公开', label: '依申请公开' },
          { value: '不予公开', label: '不予公开' },
        ]}
        note="不予公开的通报不能发布到公开页。"
      />
      <Switch label="加盖印章" value={head.sealed} set={(sealed) => set({ sealed })} />
      <Contacts contacts={head.contacts} set={(contacts) => set({ contacts })} />
      <Field label="编者按">
        {(id) => (
          <TextBlock
            id={id}
            rows={3}
            most={1000}
            value={head.editorNote ?? ''}
            onChange={(event) => set({ editorNote: orNull(event.target.value) })}
          />
        )}
      </Field>
    </SettingsPart>
  );
}

function Contacts({ contacts, set }: { contacts: readonly Contact[]; set(contacts: Contact[]): void }) {
  const put = (at: number, values: Partial<Contact>) => set(contacts.map((one, i) => (i === at ? { ...one, ...values } : one)));
  return (
    <div className="field">
      <span className="settings-label">联系人</span>
      {contacts.map((contact, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no name of their own, and their order is theirs
        <div key={i} className="settings-line">
          {(
            [
              ['matter', '事项'],
              ['name', '姓名'],
              ['phone', '电话'],
              ['qq', 'QQ'],
            ] as const
          ).map(([field, name]) => (
            <TextLine
              key={field}
              aria-label={`第 ${i + 1} 位联系人${name}`}
              placeholder={name}
              most={60}
              value={contact[field] ?? ''}
              onChange={(event) =>
                put(i, { [field]: field === 'matter' || field === 'name' ? event.target.value : event.target.value || null })
              }
            />
          ))}
          <Button size="small" aria-label={`删去第 ${i + 1} 位联系人`} onClick={() => set(contacts.filter((_, at) => at !== i))}>
            删去
          </Button>
        </div>
      ))}
      <button type="button" className="plain" onClick={() => set([...contacts, { matter: '', name: '', phone: null, qq: null }])}>
        增加联系人
      </button>
    </div>
  );
}
