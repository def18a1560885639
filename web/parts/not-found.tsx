import { Link } from '@tanstack/react-router';
import { EmptyState } from './empty-state.tsx';

export function NotFound() {
  return (
    <EmptyState title="没有这个页面" next="地址可能写错了，或者内容已经移走。">
      <Link to="/">返回首页</Link>
    </EmptyState>
  );
}
