import { Amount, Choice, Switch } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { Settings, SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

/** 提示与巡网: who counts as fast, and how long a unit's own finding is held against nobody. */
export function Prompts({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['prompts']);
  const { prompts } = draft;
  const set = (values: Partial<Settings['prompts']>) => put('prompts', { ...prompts, ...values });
  return (
    <SettingsPart title="提示与巡网" note="提示按发出时的口径计算快慢，改动只影响以后发的" saving={saving}>
      <div className="settings-row">
        <Amount
          label="落实较快：提示后几天内完成"
          unit="天"
          max={60}
          value={prompts.fastWithin}
          set={(fastWithin) => set({ fastWithin })}
          note="0 为当天。超过完成时限的为落实迟缓。"
        />
        <Choice
          label="天数按"
          value={prompts.fastDays}
          set={(fastDays) => set({ fastDays })}
          options={[
            { value: 'calendar', label: '自然日' },
            { value: 'working', label: '工作日' },
          ]}
        />
      </div>
      <Switch label="只取最先完成的几个单位" value={prompts.fastFirst !== null} set={(on) => set({ fastFirst: on ? 5 : null })} />
      {prompts.fastFirst !== null && (
        <Amount
          label="落实较快最多"
          unit="个单位"
          min={1}
          max={200}
          value={prompts.fastFirst}
          set={(fastFirst) => set({ fastFirst })}
          note="同时完成的并列，不从中截断。"
        />
      )}
      <Amount
        label="自查发现的整改时间"
        unit="工作日"
        max={60}
        value={prompts.selfFoundWithin}
        set={(selfFoundWithin) => set({ selfFoundWithin })}
        note="单位自查发现的问题，在这些天内检查也发现的不作为新问题；过后仍然存在的转为待确认。"
      />
    </SettingsPart>
  );
}
