import { Amount, Choice, Clock, Many, Switch } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

const PROFILES: Readonly<Record<string, string>> = { national: '国家指标', langxi: '郎溪县', cangxi: '苍溪县' };

/** 监测与整改: by which rules the area is judged, when its sites are looked at, how long units have. */
export function Monitoring({ areaId, data }: { areaId: string; data: SettingsView }) {
  const keys = ['profile', 'scheduled', 'rectifyWithinWorkingDays', 'autoClose', 'looking', 'lowOutput', 'sweep'] as const;
  const { draft, put, ...saving } = useDraft(areaId, data, keys);
  const { looking, lowOutput, sweep } = draft;
  return (
    <SettingsPart title="监测与整改" saving={saving}>
      <Choice
        label="检查方案"
        value={draft.profile}
        set={(profile) => put('profile', profile)}
        options={data.choices.profiles.map((one) => ({ value: one, label: PROFILES[one] ?? one }))}
        note="按哪一套指标判定；从下一次判定起生效，已结账的期不变。"
      />
      <Switch
        label="每个工作日定时监测，每小时访问一次各网站首页"
        value={draft.scheduled}
        set={(scheduled) => put('scheduled', scheduled)}
      />
      <Amount
        label="整改期限"
        at="rectifyWithinWorkingDays"
        unit="工作日"
        min={1}
        max={250}
        value={draft.rectifyWithinWorkingDays}
        set={(days) => put('rectifyWithinWorkingDays', days)}
        note="交办之日的次日起算；严重表述错误、泄密等须当日整改，不受此限。"
      />
      <Many
        label="机器复核后自动销号的类别"
        value={draft.autoClose}
        set={(codes) => put('autoClose', codes as typeof draft.autoClose)}
        options={data.choices.categories.map(({ code, name }) => ({ value: code, label: name }))}
        note="不选则一律由办公室销号。"
      />
      <Switch
        label="自定“发布量少、原创少”的下限"
        value={lowOutput !== null}
        set={(on) => put('lowOutput', on ? { minimumPosts: 4, minimumOriginalPercent: 10 } : null)}
        note="新媒体账号低于下限的只列为薄弱环节，不影响检查结果；检查方案没有这一项的不判。不自定时按检查方案。"
      />
      {lowOutput && (
        <div className="settings-row">
          <Amount
            label="近30天至少发布"
            at="lowOutput.minimumPosts"
            unit="条"
            min={1}
            max={1000}
            value={lowOutput.minimumPosts}
            set={(minimumPosts) => put('lowOutput', { ...lowOutput, minimumPosts })}
          />
          <Amount
            label="原创至少占"
            at="lowOutput.minimumOriginalPercent"
            unit="%"
            max={100}
            value={lowOutput.minimumOriginalPercent}
            set={(minimumOriginalPercent) => put('lowOutput', { ...lowOutput, minimumOriginalPercent })}
          />
        </div>
      )}
      <Switch
        label="只在规定时段访问网站"
        value={looking.hours !== null}
        set={(on) => put('looking', { ...looking, hours: on ? { from: '22:00', to: '06:00' } : null })}
        note="每小时的首页访问不受时段限制。"
      />
      {looking.hours && (
        <div className="settings-row">
          <Clock
            label="从"
            at="looking.hours.from"
            value={looking.hours.from}
            set={(from) => put('looking', { ...looking, hours: { to: looking.hours?.to ?? '06:00', from } })}
          />
          <Clock
            label="到"
            at="looking.hours.to"
            value={looking.hours.to}
            set={(to) => put('looking', { ...looking, hours: { from: looking.hours?.from ?? '22:00', to } })}
          />
        </div>
      )}
      <div className="settings-row">
        <Amount
          label="每个网站一天最多看"
          at="looking.pages"
          unit="页"
          min={1}
          max={100_000}
          value={looking.pages}
          set={(pages) => put('looking', { ...looking, pages })}
        />
        <Amount
          label="每个网站一天最多访问"
          at="looking.requests"
          unit="次"
          min={10}
          max={1_000_000}
          value={looking.requests}
          set={(requests) => put('looking', { ...looking, requests })}
        />
      </div>
      <div className="settings-row">
        <Amount
          label="全站巡查间隔"
          at="sweep.everyDays"
          unit="天"
          max={366}
          value={sweep.everyDays}
          set={(everyDays) => put('sweep', { ...sweep, everyDays })}
          note="0 为不巡查。"
        />
        <Amount
          label="全站巡查每站最多"
          at="sweep.pages"
          unit="页"
          min={1}
          max={100_000}
          value={sweep.pages}
          set={(pages) => put('sweep', { ...sweep, pages })}
        />
        <Clock
          label="巡查从"
          at="sweep.hours.from"
          value={sweep.hours.from}
          set={(from) => put('sweep', { ...sweep, hours: { ...sweep.hours, from } })}
        />
        <Clock
          label="巡查到"
          at="sweep.hours.to"
          value={sweep.hours.to}
          set={(to) => put('sweep', { ...sweep, hours: { ...sweep.hours, to } })}
        />
      </div>
    </SettingsPart>
  );
}
