import { describe, expect, it } from 'vitest';
import { explainFigure } from './explain.ts';
import { template } from './templates/monthly-monitoring.ts';
import { fullMonth } from './testing/fixtures.ts';

const month = fullMonth();
const document = template.build(month);

describe('the rows behind a figure', () => {
  it('are those of the attachment that were counted', () => {
    const basis = explainFigure(document, month, 'disclosure_site.fail');
    expect(basis).toMatchObject({ attachment: '12月份信息公开网站监测情况', outOf: 12, figure: { value: 2 } });
    expect(basis?.rows.map((row) => row.id)).toEqual(['sites/site:乙镇', 'sites/site:县丙局']);
  });

  it('are the figures a rate is made of', () => {
    expect(explainFigure(document, month, 'disclosure_site.rate')?.parts.map((f) => f.value)).toEqual([9, 12]);
  });

  it('are the one row a value was taken from', () => {
    expect(explainFigure(document, month, 'run.site:乙镇')).toMatchObject({
      figure: { value: 3 },
      table: 'channels',
      rows: [{ id: 'site:乙镇' }],
    });
  });

  it('are none for what another system states, and there is nothing for an unknown figure', () => {
    expect(explainFigure(document, month, 'stock.closing')).toMatchObject({ table: null, rows: [], figure: { value: 6 } });
    expect(explainFigure(document, month, 'nowhere')).toBeNull();
  });
});
