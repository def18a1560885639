import { describe, expect, it } from 'vitest';
import { ACTS, ROLES } from './event.ts';
import { inStock, PROBLEM_STATUS_CODES, PROBLEM_STATUSES } from './status.ts';
import { actsFor, type Before, rolesFor, stateAfter } from './transitions.ts';

const STATES: readonly Before[] = ['new', ...PROBLEM_STATUS_CODES];
const allowed = STATES.flatMap((from) =>
  ACTS.flatMap((act) => ROLES.filter((role) => stateAfter(from, act, role)).map((role) => ({ from, act, role }))),
);

describe('the transition table', () => {
  it('leaves confirming, rejecting, handing over, deciding and closing to the office', () => {
    const office = ['confirmed', 'rejected', 'handed_over', 'upheld', 'withdrawn', 'exempted', 'closed'];
    expect(allowed.filter(({ act, role }) => office.includes(act) && role !== 'office')).toEqual([]);
  });

  it('lets a unit receive, dispute and report, and nobody else', () => {
    const unit = ['received', 'disputed', 'reported_fixed'];
    for (const { act, role } of allowed) expect(unit.includes(act)).toBe(role === 'unit');
  });

  it('makes a problem only of what the office found or confirmed', () => {
    for (const role of ROLES) {
      const after = stateAfter('new', 'found', role);
      if (role === 'office') expect(after).toBe('confirmed');
      else expect(after).toBe(role === 'unit' ? null : 'suspected');
    }
    const fromSuspicion = new Set(ACTS.flatMap((act) => ROLES.map((role) => stateAfter('suspected', act, role))));
    expect(fromSuspicion).toEqual(new Set([null, 'confirmed', 'rejected', 'suspected']));
  });

  it('closes nothing that was not rechecked', () => {
    const closing = STATES.filter((from) => stateAfter(from, 'closed', 'office') === 'closed');
    expect(closing).toEqual(['rechecked_ok', 'exempted']);
  });

  it('begins with found and never finds twice', () => {
    for (const { from, act } of allowed) expect(act === 'found').toBe(from === 'new');
  });

  it('reaches every state, and every open state can still be brought to an end', () => {
    const reach = (start: Before): Set<Before> => {
      const seen = new Set<Before>([start]);
      for (const state of seen)
        for (const act of ACTS)
          for (const role of ROLES) {
            const next = stateAfter(state, act, role);
            if (next) seen.add(next);
          }
      return seen;
    };
    expect(reach('new')).toEqual(new Set(STATES));
    for (const status of PROBLEM_STATUS_CODES) if (inStock(status)) expect(reach(status)).toContain('closed');
  });

  it('carries over without changing the state', () => {
    for (const status of PROBLEM_STATUS_CODES) expect(stateAfter(status, 'carried_over', 'office')).toBe(status);
  });

  it.each([
    ['confirmed', 'received', []],
    ['handed_over', 'received', ['unit']],
    ['suspected', 'confirmed', ['office']],
    ['closed', 'reopened', ['machine', 'office']],
    ['closed', 'rechecked_not', ['office', 'centre', 'third_party', 'bureau']],
    ['disputed', 'rechecked_not', []],
  ] as const)('%s + %s may be done by %j', (from, act, roles) => {
    expect(rolesFor(from, act)).toEqual(roles);
  });

  it('names what a role can do next', () => {
    expect(actsFor('handed_over', 'unit')).toEqual(['received', 'disputed', 'reported_fixed']);
    expect(actsFor('rejected', 'unit')).toEqual([]);
  });

  it('gives every state its own Chinese name', () => {
    expect(new Set(Object.values(PROBLEM_STATUSES)).size).toBe(PROBLEM_STATUS_CODES.length);
  });
});
