import { describe, expect, it } from 'vitest';
import type { StateSpell } from '../../../subjects/channel.ts';
import { joinSpells, SINCE_ALWAYS, statedSpells, stateTrouble } from './spells.ts';

const running = (from = SINCE_ALWAYS): StateSpell => ({ state: 'in_operation', from });
const closed = (from: string): StateSpell => ({ state: 'closed', from });
const nothing = { openedOn: undefined, state: undefined, stateFrom: undefined };

describe('states of a channel', () => {
  it('a row states spells only where it says something', () => {
    expect(statedSpells(nothing)).toBeUndefined();
    expect(statedSpells({ ...nothing, state: 'in_operation' })).toEqual([running()]);
    expect(statedSpells({ ...nothing, openedOn: '2019-06-01' })).toEqual([running('2019-06-01')]);
    expect(statedSpells({ openedOn: '2019-06-01', state: 'closed', stateFrom: '2022-03-15' })).toEqual([
      running('2019-06-01'),
      closed('2022-03-15'),
    ]);
    expect(statedSpells({ ...nothing, state: 'requested', stateFrom: '2022-03-15' })).toEqual([{ state: 'requested', from: '2022-03-15' }]);
  });

  it.each([
    ['the same again', [running()], [running()], [running()]],
    ['a day becomes known', [running()], [running('2019-06-01')], [running('2019-06-01')]],
    ['an unknown day takes no known one away', [running('2019-06-01')], [running()], [running('2019-06-01')]],
    ['closing', [running()], [running(), closed('2022-03-15')], [running(), closed('2022-03-15')]],
    ['closing again', [running(), closed('2022-03-15')], [running(), closed('2022-03-15')], [running(), closed('2022-03-15')]],
    ['reopening', [running(), closed('2022-03-15')], [running('2023-01-01')], [running(), closed('2022-03-15'), running('2023-01-01')]],
  ])('%s', (_what, held, stated, joined) => expect(joinSpells(held, stated)).toEqual(joined));

  it('only a later day may change the state', () => {
    const held = [running(), closed('2022-03-15')];
    expect(stateTrouble(held, nothing)).toBeNull();
    expect(stateTrouble(held, { ...nothing, state: 'closed' })).toBeNull();
    expect(stateTrouble(held, { ...nothing, state: 'in_operation', stateFrom: '2022-03-16' })).toBeNull();
    expect(stateTrouble(held, { ...nothing, state: 'in_operation', stateFrom: '2022-03-15' })).toContain('应晚于 2022-03-15');
    expect(stateTrouble(held, { ...nothing, state: 'in_operation' })).toContain('已关停');
  });
});
