import { describe, expect, it } from 'vitest';
import { readPage } from '../index.ts';
import { ARTICLE_FORMS, ARTICLE_TITLE, articlePage } from './article-forms.ts';
import { NAMINGS } from './shells.ts';

const cases = ARTICLE_FORMS.flatMap((form) => (['none', 'before', 'behind'] as const).map((side) => [form.name, side, form] as const));

describe('an article in every form, with and without class names', () => {
  it.each(cases)('%s, side list %s', (_name, side, form) => {
    for (const rename of Object.values(NAMINGS)) {
      const html = rename(articlePage(form, side));
      const page = readPage(new TextEncoder().encode(html), {
        url: form.url ?? 'http://www.yunxi.gov.cn/a/b/1234.html',
        today: '2023-01-06',
      });
      expect(page.kind).toBe('article');
      expect({ ...page.article, title: page.article?.title?.replace(/\s/g, '') }).toMatchObject({
        title: ARTICLE_TITLE,
        publishDate: form.publishDate,
        dateSource: form.dateSource === undefined ? 'visible' : form.dateSource,
        source: form.source,
      });
      expect(page.list).toEqual([]);
    }
  });
});
