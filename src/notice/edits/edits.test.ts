import { describe, expect, it } from 'vitest';
import { WORK_CALENDAR } from '../../core/work-calendar.ts';
import type { NoticeDocument } from '../model.ts';
import { figureMap, numbered, plainText } from '../outline.ts';
import { template } from '../templates/monthly-monitoring.ts';
import { fullMonth } from '../testing/fixtures.ts';
import { applyEdits, layEdits, workingSnapshot } from './apply.ts';
import { deadlineText, dueDay } from './deadline.ts';
import { layerOf } from './layer.ts';
import { type DraftParagraph, NO_EDITS, type NoticeEdits } from './model.ts';

const snapshot = fullMonth();
const document = template.build(snapshot);
const laid = (edits: NoticeEdits = NO_EDITS): DraftParagraph[] =>
  layEdits(document.body, edits).map(({ id, part, level, heading, runs, deadline }) => ({ id, part, level, heading, runs, deadline }));
const edited = (paragraphs: DraftParagraph[], before = NO_EDITS): NoticeEdits => ({
  ...before,
  ...layerOf(document.body, paragraphs, before),
});
const headings = (edits: NoticeEdits): string[] =>
  numbered(applyEdits(document, edits, WORK_CALENDAR).body)
    .filter(({ paragraph }) => paragraph.heading !== null)
    .map(({ label, heading }) => label + heading);
const textOf = (of: NoticeDocument, id: string): string | undefined => {
  const found = of.body.find((one) => one.id === id);
  return found && plainText(found.runs, figureMap(of));
};
const own = (id: string, rest: Partial<DraftParagraph> = {}): DraftParagraph => ({
  id: `own.${id}`,
  part: 'requirements',
  level: 2,
  heading: '按期反馈',
  runs: [{ text: '请书面反馈。' }],
  deadline: null,
  ...rest,
});

describe('edits over a template document', () => {
  it('change nothing when nothing was changed', () => {
    expect(edited(laid())).toEqual(NO_EDITS);
    expect(applyEdits(document, NO_EDITS, WORK_CALENDAR).body).toEqual(document.body);
  });

  it('keep words, order, what was removed and what was added, and number headings again', () => {
    const [first, ...rest] = laid().filter(({ part, level }) => part === 'requirements' && level === 2);
    const before = headings(NO_EDITS);
    const edits = edited(laid().filter(({ id }) => id !== first?.id));
    expect(edits.removed).toEqual([first?.id]);
    const after = headings(edits).filter((line) => before.includes(line) || line.startsWith('（一）'));
    expect(after.at(-1)).toMatch(/^（[一二]）/);
    expect(headings(edits).filter((line) => line.startsWith('（三）')).length).toBe(
      before.filter((l) => l.startsWith('（三）')).length - 1,
    );
    expect(rest.length).toBeGreaterThan(0);
  });

  it('let a figure move with the words around it', () => {
    const target = laid().find(({ runs }) => runs.some((run) => 'figure' in run)) as DraftParagraph;
    const runs = [{ text: '经核对，' }, ...target.runs];
    const edits = edited(laid().map((one) => (one.id === target.id ? { ...one, runs } : one)));
    expect(Object.keys(edits.changed)).toEqual([target.id]);
    const now = applyEdits(document, edits, WORK_CALENDAR);
    expect(textOf(now, target.id)).toBe(`经核对，${textOf(document, target.id)}`);
  });

  it('go away when the words are put back', () => {
    const target = laid().find(({ runs }) => runs.length > 0) as DraftParagraph;
    const once = edited(laid().map((one) => (one.id === target.id ? { ...one, runs: [{ text: '别的' }] } : one)));
    const [found] = layEdits(document.body, once).filter(({ id }) => id === target.id);
    expect(found?.template?.runs).toEqual(target.runs);
    expect(edited(laid(), once)).toEqual(NO_EDITS);
  });

  it('say when the template has come to other words since', () => {
    const target = laid().find(({ runs }) => runs.length > 0) as DraftParagraph;
    const edits = edited(laid().map((one) => (one.id === target.id ? { ...one, runs: [{ text: '别的' }] } : one)));
    const newer = document.body.map((one) => (one.id === target.id ? { ...one, runs: [{ text: '新模板' }] } : one));
    expect(
      layEdits(newer, edits)
        .filter(({ stale }) => stale)
        .map(({ id }) => id),
    ).toEqual([target.id]);
    // Saved again unseen, it is still noticed.
    const again = { ...edits, ...layerOf(newer, layEdits(newer, edits), edits) };
    expect(layEdits(newer, again).some(({ stale }) => stale)).toBe(true);
  });

  it('put a paragraph the order does not know behind its neighbour in the template', () => {
    const moved = laid();
    moved.push(...moved.splice(1, 1));
    const edits = edited(moved);
    const grown = document.body.flatMap((one, i) => (i === 2 ? [one, { ...one, id: 'new.one' }] : [one]));
    const ids = layEdits(grown, edits).map(({ id }) => id);
    expect(ids.indexOf('new.one')).toBe(ids.indexOf(document.body[2]?.id as string) + 1);
    expect(ids).toHaveLength(grown.length);
  });

  it.each([['requirements.99'], ['own.x']])('refuse an id that is nobody’s or comes twice: %s', (id) => {
    const two = id === 'own.x' ? [own('x'), own('x')] : [{ ...own('x'), id }];
    expect(() => edited([...laid(), ...two])).toThrow(/不属于这份通报或重复/);
  });

  it('take head and names into the snapshot they are built from, not into the frozen one', () => {
    const edits = { ...NO_EDITS, head: { title: '新标题', signedDate: '2022-12-30' } };
    const built = template.build(workingSnapshot(snapshot, edits));
    expect([built.title, built.signature.date, snapshot.document.title]).toEqual(['新标题', '2022-12-30', document.title]);
  });
});

describe('deadline of a requirement', () => {
  it.each([
    // 30 December 2022 is a Friday; 31 December to 2 January are off.
    [{ workingDays: 1 }, '2022-12-30', '2023-01-03'],
    [{ workingDays: 5 }, '2022-12-30', '2023-01-09'],
    [{ date: '2023-01-20' }, '2022-12-30', '2023-01-20'],
    [{ workingDays: 5 }, null, null],
  ])('%j after %s is %s', (deadline, signed, due) => {
    expect(dueDay(deadline, signed, WORK_CALENDAR)).toBe(due);
  });

  it('is printed behind the words, as days while there is no signed day', () => {
    const edits = edited([...laid(), own('a', { deadline: { workingDays: 5 } })]);
    const signed = applyEdits({ ...document, signature: { ...document.signature, date: '2022-12-30' } }, edits, WORK_CALENDAR);
    expect(textOf(signed, 'own.a')).toBe('请书面反馈。完成时限：2023年1月9日（含当日）。');
    expect(deadlineText({ workingDays: 5 }, null, WORK_CALENDAR)).toBe('完成时限：成文之日起5个工作日内。');
  });
});
