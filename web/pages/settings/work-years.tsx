import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { workYearSave } from '../../../src/contract/endpoints/work-year-save.ts';
import { send } from '../../api.ts';
import { useMe } from '../../app/use-me.ts';
import { Section } from '../../parts/section.tsx';
import { Line, Lines } from './fields.tsx';
import { SettingsPart } from './save-bar.tsx';
import { KEY, type SettingsView } from './types.ts';

type Year = SettingsView['workYears'][number];

/** 工作日历: days off and weekends worked of each year; deadlines in working days rest on them. */
export function WorkYears({ areaId, data }: { areaId: string; data: SettingsView }) {
  const { administers } = useMe();
  const [open, setOpen] = useState<number | null>(null);
  const opened = data.workYears.find(({ year }) => year === open);
  return (
    <>
      <Section title="放假和调休安排" note="本系统所有地区共用；由管理员登记">
        <ul className="settings-years">
          {data.workYears.map((row) => (
            <li key={row.year}>
              <b>{row.year} 年</b>
              <span className={row.known ? 'wrap' : 'is-undecided'}>
                {row.known
                  ? `${row.source}${row.unsure ? '（文号凭记忆，待核对）' : ''}，放假 ${row.holidays.length} 天，调休上班 ${row.workdays.length} 天${row.entered ? '（已登记）' : '（随程序提供）'}`
                  : '放假安排未登记，期限暂按周末推算，并注明“暂定”'}
              </span>
              {administers && (
                <Button size="small" onClick={() => setOpen(open === row.year ? null : row.year)} aria-expanded={open === row.year}>
                  {row.known ? '更正' : '登记'}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {opened && administers && <YearForm key={opened.year} areaId={areaId} row={opened} />}
    </>
  );
}

function YearForm({ areaId, row }: { areaId: string; row: Year }) {
  const queries = useQueryClient();
  const [source, setSource] = useState(row.entered ? (row.source ?? '') : '');
  const [holidays, setHolidays] = useState(row.holidays);
  const [workdays, setWorkdays] = useState(row.workdays);
  const save = useMutation({
    mutationFn: () => send<typeof workYearSave>('/api/areas/:areaId/work-years', { areaId, year: row.year, source, holidays, workdays }),
    onSuccess: (answer) => queries.setQueryData([KEY, areaId], answer),
  });
  const isChanged = source !== (row.source ?? '') || holidays.join() !== row.holidays.join() || workdays.join() !== row.workdays.join();
  return (
    <SettingsPart title={`登记 ${row.year} 年放假安排`} saving={{ isChanged, save }} may>
      <Line label="依据" at="source" value={source} set={setSource} note="国务院办公厅放假通知的文号和日期。" />
      <Lines
        label={`放假日（每行一天，如 ${row.year}-10-01）`}
        at="holidays"
        value={holidays}
        set={setHolidays}
        rows={8}
        note="工作日放假的写上即可，周末写不写都可以。"
      />
      <Lines label="调休上班日（周六、周日）" at="workdays" value={workdays} set={setWorkdays} rows={4} />
    </SettingsPart>
  );
}
