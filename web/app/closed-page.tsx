import { Link } from '@tanstack/react-router';
import { USER_ROLES } from '../../src/core/role.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { NAV, type NavPage } from './nav.ts';
import { useMe } from './use-me.ts';

/** A page of the menu whose address was typed by somebody it is not for: whose it is, and the way back. */
export function ClosedPage({ page: { to, name, administers, grave } }: { page: NavPage }) {
  const { role, roleName } = useMe();
  const roles = new Set(NAV.flatMap(({ pages }) => pages).flatMap((one) => (one.to === to ? one.roles : [])));
  const whose = administers ? '系统管理员' : [...roles].map((role) => USER_ROLES[role]).join('、');
  const next = grave
    ? `“${name}”有严重信息，仅限知悉范围内的人员查看；知悉范围由政务公开办在“地区设置”中确定。`
    : `“${name}”由${whose}使用${role === 'office' && !administers ? '' : '；确需查看的，请联系政务公开办'}。`;
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
      </div>
      <EmptyState title={`${roleName}没有查看这一页的权限。`} next={next}>
        <Link to="/">返回首页</Link>
      </EmptyState>
    </>
  );
}

/** An area that is not there or not this person's: the same words for both. */
export function ClosedArea() {
  return (
    <>
      <div className="page-head">
        <h1>没有这个地区</h1>
      </div>
      <EmptyState title="没有这个地区。" next="地址可能写错了，或者这个地区不在您的范围之内。">
        <Link to="/">返回首页</Link>
      </EmptyState>
    </>
  );
}
