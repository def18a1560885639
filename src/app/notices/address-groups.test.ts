import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORLD } from '../../../tests/support/store-world.ts';
import { template } from '../../notice/templates/monthly-monitoring.ts';
import { fullMonth } from '../../notice/testing/fixtures.ts';
import { settingsOf } from '../area-settings.ts';
import { addresseesOf } from './address-groups.ts';
import { addresseeUnits } from './tasks.ts';

const SEEDS = join(import.meta.dirname, '../../../../shared/seeds');
const there = existsSync(SEEDS);
if (!there) console.warn('shared seeds are not beside the checkout: printed 主送机关 lines not checked');

describe('主送机关 kept under names', () => {
  it.skipIf(!there)('print the lines of the notices that have one, character by character', () => {
    const printed = readdirSync(join(SEEDS, 'data')).flatMap((name) => {
      const { document } = JSON.parse(readFileSync(join(SEEDS, 'data', name), 'utf8')) as { document: { addressees: string[] } };
      if (document.addressees.length === 0) return [];
      const kept = [{ name, parts: document.addressees.map((one) => ({ printed: one })) }];
      const { addressGroups } = settingsOf(new Map([['addressGroups', kept]]));
      return addressGroups.map((group) => {
        const built = template.build(fullMonth(6, { addressees: addresseesOf(group) }));
        const lines = readFileSync(join(SEEDS, 'notices', name.replace('.json', '.md')), 'utf8').split('\n');
        return lines.includes(`${built.addressees}：`);
      });
    });
    expect(printed).toEqual([true, true, true, true]);
  });

  const { town, housing } = WORLD;
  const groups = (part: object) =>
    settingsOf(new Map([['addressGroups', [{ name: '全县', parts: [{ printed: '县级有关部门', ...part }] }]]])).addressGroups;
  it.each([
    ['a kind of unit', { kinds: ['department'] }, ['县住建局']],
    ['names', { units: ['县建设局', '东河镇'] }, ['东河镇', '县住建局']],
    ['a kind without one', { kinds: ['department', 'town'], except: ['东河镇'] }, ['县住建局']],
    ['nobody, so as printed', {}, ['县级有关部门']],
  ])('mean %s', (_, part, expected) => {
    expect(addresseeUnits(['县级有关部门'], [town, housing], groups(part)).map(({ addressee }) => addressee)).toEqual(expected);
  });

  it('refuse a kind of unit that there is not, by name', () => {
    expect(() => groups({ kinds: ['villages'] })).toThrow('主送机关组');
  });
});
