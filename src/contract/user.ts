import { z } from 'zod';
import { CATEGORIES, type Category } from '../core/category.ts';
import { USER_ROLE_CODES, type UserRole } from '../core/role.ts';
import { id } from './fields.ts';
import { LOGIN, NO_LOGIN } from './login.ts';

const role = z.enum(USER_ROLE_CODES as [UserRole, ...UserRole[]]);
const category = z.enum(Object.keys(CATEGORIES) as [Category, ...Category[]]);
const post = z.enum(['person', 'deputy']).nullable();

/** What an administrator says of a user. */
export const userWish = {
  login: z.string().trim().regex(LOGIN, NO_LOGIN),
  name: z.string().trim().min(1, '请填写姓名').max(40, '姓名太长'),
  role,
  /** Where it belongs; null = every area. */
  homeAreaId: id.nullable(),
  ofUnitId: id.nullable().default(null),
  post: post.default(null),
  fields: z.array(category).max(60).default([]),
  administers: z.boolean().default(false),
  oidcSubject: z.string().trim().min(1).max(200).nullable().default(null),
};

export const userRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role,
  roleName: z.string(),
  areaId: z.string().nullable(),
  areaName: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  post,
  fields: z.array(category),
  administers: z.boolean(),
  oidcSubject: z.string().nullable(),
  /** Has not yet put a password of the own in place of the one-time one. */
  mustChange: z.boolean(),
  secondFactor: z.boolean(),
  locked: z.boolean(),
  disabledAt: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
});

/** A one-time password, told once and kept nowhere. */
export const oneTime = z.object({ id: z.string(), password: z.string() });

export const ownSession = z.object({
  id: z.string(),
  createdAt: z.string(),
  seenAt: z.string(),
  address: z.string(),
  agent: z.string(),
  current: z.boolean(),
});
