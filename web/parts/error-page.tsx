import { ErrorState } from './error-state.tsx';

/** A page that could not be shown at all, under its own heading. */
export function ErrorPage({ name, error, retry }: { name: string; error: unknown; retry(): unknown }) {
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
      </div>
      <ErrorState error={error} retry={retry} />
    </>
  );
}
