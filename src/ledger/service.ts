import type { Category } from '../core/category.ts';
import { sha256 } from '../core/id.ts';

/** 办事服务的三个方面 (seeds M15): whether link, form and guide of a service can be used. */
export const SERVICE_ASPECTS = { link: '办事链接', form: '表格、样表', guide: '办事指南' } as const;
export type ServiceAspect = keyof typeof SERVICE_ASPECTS;

/** Categories that speak of one service, on however many pages it shows. */
export const SERVICE_CATEGORIES: readonly Category[] = ['service_poor', 'service_guide_incomplete'];

/** The name without blanks, kinds of brackets and quotes: one service however the page writes it. */
const nameOf = (service: string): string =>
  service
    .normalize('NFKC')
    .replace(/[\s“”"'「」《》]/g, '')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .toLowerCase();

/** What a service's shortcoming is known by: unit, service and aspect, never the page; so it is filed once, not per page. */
export function servicePrint(category: Category, unitId: string, service: string, aspect: ServiceAspect): string {
  return sha256(JSON.stringify([category, unitId, nameOf(service), aspect]));
}
