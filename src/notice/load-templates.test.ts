import { expect, it } from 'vitest';
import { loadTemplates } from './load-templates.ts';

it('reads the templates from their folder, tests left aside', async () => {
  const templates = await loadTemplates();
  expect([...templates.keys()]).toEqual([
    'monthly-monitoring',
    'monthly-report',
    'problems-and-requirements',
    'quarterly-accounts',
    'quarterly-check',
  ]);
  for (const [id, template] of templates)
    expect(template).toMatchObject({ id, name: expect.stringMatching(/(通报|月报)$/), build: expect.any(Function) });
});
