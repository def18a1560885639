import { describe, expect, it } from 'vitest';
import { ACTS, ROLES } from './event.ts';
import { inStock, PROBLEM_STATUS_CODES, PROBLEM_STATUSES } from './status.ts';
import { actsFor, type Before, rolesFor, stateAfter } from './transitions.ts';

const STATES: readonly Before[] = ['new', ...PROBLEM_STATUS_CODES];
const allowed = STATES.flatMap((from) =>
  ACTS.flatMap((act) => ROLES.filter((role) => stateAfter(from, act, role)).map((role) => ({ from, act, role }))),
);

describe('the transition table', () => {
  it('leaves the review of findings to office and centre', () => {
    const review = allowed.filter(({ from, act }) => from === 'suspected' && ['confirmed', 'rejected', 'merged'].includes(act));
    expect(new Set(review.map(({ role }) => role))).toEqual(new Set(['office', 'centre']));
    expect(rolesFor('suspected', 'exempted')).toEqual(['office']);
  });

  it('leaves deciding, exempting and closing to the office', () => {
    const office = ['upheld', 'withdrawn', 'exempted', 'closed'];
    expect(allowed.filter(({ act, role }) => office.includes(act) && role !== 'office')).toEqual([]);
  });

  it('leaves handing over to the office and the approval bureau', () => {
    expect(new Set(allowed.filter(({ act }) => act === 'handed_over').map(({ role }) => role))).toEqual(new Set(['office', 'bureau']));
  });

  it('lets a unit receive, dispute and report, and nobody else', () => {
    const unit = ['received', 'disputed', 'reported_fixed'];
    for (const { from, act, role } of allowed) expect(unit.includes(act) || (from === 'new' && role === 'unit')).toBe(role === 'unit');
  });

  it('makes a problem only of what the office found or confirmed', () => {
    for (const role of ROLES) {
      const after = stateAfter('new', 'found', role);
      if (role === 'office') expect(after).toBe('confirmed');
      else expect(after).toBe(role === 'unit' ? 'self_found' : 'suspected');
    }
    const fromSuspicion = new Set(ACTS.flatMap((act) => ROLES.map((role) => stateAfter('suspected', act, role))));
    expect(fromSuspicion).toEqual(new Set([null, 'confirmed', 'rejected', 'merged', 'exempted', 'suspected']));
  });

  it('closes nothing that was not rechecked', () => {
    const closing = STATES.filter((from) => stateAfter(from, 'closed', 'office') === 'closed');
    expect(closing).toEqual(['rechecked_ok', 'exempted']);
  });

  it('begins with found, and finds again only what a unit found by itself', () => {
    const own = ['self_found', 'self_fixed'];
    expect(new Set(allowed.filter(({ act }) => act === 'found').map(({ from }) => from))).toEqual(new Set(['new', ...own]));
    expect(allowed.filter(({ from, act }) => from === 'new' && act !== 'found')).toEqual([]);
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
    ['suspected', 'confirmed', ['office', 'centre']],
    ['merged', 'undone', ['office', 'centre']],
    ['handed_over', 'undone', []],
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
