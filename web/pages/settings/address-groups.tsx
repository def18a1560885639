import { Button } from 'antd';
import { TextLine } from '../../parts/text-field.tsx';
import { Many } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { Settings, SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

type Group = Settings['addressGroups'][number];
type Part = Group['parts'][number];
const EMPTY: Part = { printed: '', kinds: [], groups: [], units: [], except: [] };

/** 主送机关: words a notice is addressed with, and which units each of them means. */
export function AddressGroups({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['addressGroups']);
  const groups = draft.addressGroups;
  const set = (next: Group[]) => put('addressGroups', next);
  const change = (at: number, values: Partial<Group>) => set(groups.map((one, i) => (i === at ? { ...one, ...values } : one)));
  return (
    <SettingsPart title="主送机关" note="印发时按这里的对应关系，为每个主送单位立待办" saving={saving}>
      {groups.length === 0 && (
        <p className="section-note">还没有主送机关组。没有登记的称谓，系统按“各乡镇”“县直各部门”等通用说法对应单位。</p>
      )}
      {groups.map((group, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is named while it is typed, and its order is its own
        <section key={i} className="settings-group" aria-label={group.name || `第 ${i + 1} 组`}>
          <div className="settings-line">
            <TextLine
              aria-label={`第 ${i + 1} 组名称`}
              placeholder="组的名称，如：全县"
              most={40}
              value={group.name}
              onChange={(event) => change(i, { name: event.target.value })}
            />
            <Button size="small" aria-label={`删去这一组：第 ${i + 1} 组`} onClick={() => set(groups.filter((_, at) => at !== i))}>
              删去这一组
            </Button>
          </div>
          {group.parts.map((part, at) => (
            <PartFields
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={at}
              label={`第 ${i + 1} 组第 ${at + 1} 个`}
              part={part}
              choices={data.choices}
              set={(next) =>
                change(i, {
                  parts: next === null ? group.parts.filter((_, k) => k !== at) : group.parts.map((one, k) => (k === at ? next : one)),
                })
              }
            />
          ))}
          <button type="button" className="plain" onClick={() => change(i, { parts: [...group.parts, EMPTY] })}>
            增加一个称谓
          </button>
        </section>
      ))}
      <button type="button" className="plain" onClick={() => set([...groups, { name: '', parts: [EMPTY] }])}>
        增加一组
      </button>
    </SettingsPart>
  );
}

function PartFields({
  label,
  part,
  choices,
  set,
}: {
  label: string;
  part: Part;
  choices: SettingsView['choices'];
  set(part: Part | null): void;
}) {
  const units = choices.units.map((name) => ({ value: name, label: name }));
  return (
    <div className="settings-part">
      <div className="settings-line">
        <TextLine
          aria-label={`${label}称谓`}
          placeholder="印出的称谓，如：县级有关部门"
          most={100}
          value={part.printed}
          onChange={(event) => set({ ...part, printed: event.target.value })}
        />
        <Button size="small" aria-label={`删去${label}`} onClick={() => set(null)}>
          删去
        </Button>
      </div>
      <div className="settings-row">
        <Many
          label="单位类别"
          value={part.kinds}
          set={(kinds) => set({ ...part, kinds })}
          options={choices.kinds.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Many
          label="底册分组"
          value={part.groups}
          set={(groups) => set({ ...part, groups })}
          options={choices.groups.map((name) => ({ value: name, label: name }))}
        />
        <Many label="另加单位" value={part.units} set={(names) => set({ ...part, units: names })} options={units} />
        <Many label="除去单位" value={part.except} set={(except) => set({ ...part, except })} options={units} />
      </div>
    </div>
  );
}
