import type { FactData } from '../../evidence/facts.ts';

/** What one run says: of the queries that could be asked, how many found their document. */
export interface SearchRate {
  /** Queries asked and answered readably. */
  asked: number;
  hits: number;
  /** Queries nobody can tell of. */
  unknown: number;
  /** Whole percent, rounded down so that a rate is never better than it was; null when nothing could be asked. */
  percent: number | null;
}

/** Hit rate of a run (seeds M19): 20 queries, 18 with the expected document in the first ten: 90 %. */
export function searchRate({ queries }: FactData<'site-search'>): SearchRate {
  const told = queries.filter(({ gap }) => gap === null);
  const hits = told.filter(({ rank }) => rank !== null).length;
  return {
    asked: told.length,
    hits,
    unknown: queries.length - told.length,
    percent: told.length === 0 ? null : Math.floor((hits * 100) / told.length),
  };
}

/** 检索 20 条，18 条排在前10，命中率 90%. */
export function searchWords(data: FactData<'site-search'>): string {
  const { asked, hits, unknown, percent } = searchRate(data);
  const rest = unknown > 0 ? `，另有 ${unknown} 条无法代为检索` : '';
  return percent === null
    ? `${data.queries.length} 条检索词都无法代为检索`
    : `检索 ${asked} 条，${hits} 条排在前10，命中率 ${percent}%${rest}`;
}
