import { Button, Select } from 'antd';
import { NumberField } from '../../parts/number-field.tsx';
import { TextLine } from '../../parts/text-field.tsx';
import { Choice, Switch } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import type { Settings, SettingsView } from './types.ts';
import { useDraft } from './use-draft.ts';

type Duty = NonNullable<Settings['reports']>[number];
const EVERY = [
  { value: 'month', label: '每月' },
  { value: 'quarter', label: '每季度' },
  { value: 'year', label: '每年' },
] as const;
const FROM: Readonly<Record<Duty['every'], string>> = { month: '2024-01', quarter: '2024-Q1', year: '2024' };

/** 应印发的通报和报告: what the calendar of reports waits for, and the kind of notice that is drafted. */
export function Reports({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { draft, put, ...saving } = useDraft(areaId, data, ['noticeTemplates', 'reports']);
  const { noticeTemplates, reports } = draft;
  const templates = (kind: string) =>
    data.choices.templates.filter(({ periods }) => periods.includes(kind)).map(({ id, name }) => ({ value: id, label: name }));
  const set = (at: number, values: Partial<Duty>) =>
    put(
      'reports',
      (reports ?? []).map((one, i) => (i === at ? { ...one, ...values } : one)),
    );
  const begin: Duty = { every: 'month', name: '', withinWorkingDays: 3, from: '', template: null };
  return (
    <SettingsPart title="应印发的通报和报告" note="报送日历按此计算应印发日期和逾期" saving={saving}>
      <div className="settings-row">
        {(['month', 'quarter'] as const).map((kind) => (
          <Choice
            key={kind}
            label={kind === 'month' ? '月度通报的模板' : '季度通报的模板'}
            value={noticeTemplates[kind]}
            set={(id) => put('noticeTemplates', { ...noticeTemplates, [kind]: id })}
            options={templates(kind)}
          />
        ))}
      </div>
      <Switch
        label="自行规定应印发的通报和报告"
        value={reports !== null}
        set={(on) => put('reports', on ? [begin] : null)}
        note="不规定时，按已开始的月度、季度通报推算：月度 3 个、季度 10 个工作日内。"
      />
      {reports?.map((duty, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a duty is named while it is typed
        <div key={i} className="settings-line">
          <TextLine
            aria-label={`第 ${i + 1} 项名称`}
            placeholder="名称，如：政务公开月报"
            most={60}
            at={`reports.${i}.name`}
            value={duty.name}
            onChange={(event) => set(i, { name: event.target.value })}
          />
          <Select
            aria-label={`第 ${i + 1} 项周期`}
            value={duty.every}
            options={[...EVERY]}
            onChange={(every: Duty['every']) => set(i, { every, template: null, from: '' })}
          />
          <TextLine
            aria-label={`第 ${i + 1} 项起始期`}
            placeholder={`从，如 ${FROM[duty.every]}`}
            most={20}
            at={`reports.${i}.from`}
            value={duty.from}
            onChange={(event) => set(i, { from: event.target.value })}
          />
          <NumberField
            aria-label={`第 ${i + 1} 项期满后工作日`}
            min={1}
            max={250}
            must
            suffix="个工作日内"
            at={`reports.${i}.withinWorkingDays`}
            value={duty.withinWorkingDays}
            set={(days) => set(i, { withinWorkingDays: Number(days) })}
          />
          <Select
            aria-label={`第 ${i + 1} 项模板`}
            value={duty.template ?? ''}
            options={[{ value: '', label: '任一种通报' }, ...templates(duty.every)]}
            popupMatchSelectWidth={false}
            onChange={(id: string) => set(i, { template: id || null })}
          />
          <Button
            size="small"
            aria-label={`删去第 ${i + 1} 项`}
            onClick={() =>
              put(
                'reports',
                reports.filter((_, at) => at !== i),
              )
            }
          >
            删去
          </Button>
        </div>
      ))}
      {reports && (
        <button type="button" className="plain" onClick={() => put('reports', [...reports, begin])}>
          增加一项
        </button>
      )}
    </SettingsPart>
  );
}
