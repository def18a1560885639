import { describe, expect, it } from 'vitest';
import { WORLD } from '../../../tests/support/store-world.ts';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import { applyEdits, workingSnapshot } from '../../notice/edits/apply.ts';
import { NO_EDITS, type NoticeEdits } from '../../notice/edits/model.ts';
import { template } from '../../notice/templates/monthly-monitoring.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { addresseeUnits, tasksOf } from './tasks.ts';

const { town, housing } = WORLD;
const closed = { ...town, id: 'u9', name: '西河镇', activeTo: '2020-12-31' };
const units = [town, housing, closed];

describe('addressees of a notice', () => {
  it.each([
    ['one by one, by any of their names', ['东河镇，县建设局'], ['东河镇', '县住建局']],
    ['all towns, those that exist', ['各乡镇人民政府'], ['东河镇']],
    ['all departments', ['县直各部门'], ['县住建局']],
    ['as printed where the words leave some out', ['县级有关部门'], ['县级有关部门']],
    ['as printed where the register knows none', ['各园区管委会'], ['各园区管委会']],
    ['each once', ['东河镇', '各乡镇人民政府'], ['东河镇']],
    ['none where there are none', [], []],
  ])('are %s', (_, printed, expected) => {
    expect(addresseeUnits(printed, units).map(({ addressee }) => addressee)).toEqual(expected);
  });
});

describe('tasks of a notice', () => {
  const deadline = { workingDays: 3 };
  const runs = [{ text: '请报送。' }];
  const added = [{ id: 'own.1', part: 'requirements', level: 2, heading: '报送', runs, deadline }] as const;
  const tasks = (edits: NoticeEdits, signedDate: string | null, due: string | null = null) => {
    const requirements = [{ heading: '甲', text: '乙', due }];
    const snapshot = workingSnapshot(fullMonth(6, { addressees: ['东河镇'], requirements, signedDate }), edits);
    const document = applyEdits(template.build(snapshot), edits, WORK_CALENDAR);
    return tasksOf({ areaId: 'a', noticeId: 'n' }, { document, edits, snapshot }, units, WORK_CALENDAR);
  };

  it.each([
    ['nothing without a day or a requirement of the office', NO_EDITS, '2022-12-30', null, []],
    ['the day of a requirement of the template', NO_EDITS, '2022-12-30', '2023-01-20', [['甲', '2023-01-20']]],
    ['working days after the signed day', { ...NO_EDITS, added }, '2022-12-30', null, [['报送', '2023-01-05']]],
    ['no day while nothing is signed', { ...NO_EDITS, added }, null, null, [['报送', null]]],
    ['nothing of a requirement that was taken out', { ...NO_EDITS, removed: ['requirements.1'] }, '2022-12-30', '2023-01-20', []],
  ])('hold %s', (_, edits, signed, due, expected) => {
    expect(tasks(edits, signed, due).map(({ heading, dueOn }) => [heading, dueOn])).toEqual(expected);
  });

  it('say that a day is provisional where the year is not published', () => {
    expect(tasks({ ...NO_EDITS, added }, '2099-03-02')[0]?.dueProvisional).toBe(true);
    expect(tasks({ ...NO_EDITS, added }, '2022-12-30')[0]?.dueProvisional).toBe(false);
  });
});
