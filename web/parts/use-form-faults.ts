import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { ApiError } from '../api.ts';

/** What the server refused stands at the fields of an Ant Design form whose names are those of the contract, and the keyboard goes to the first. */
export function useFormFaults<F>(form: FormInstance<F>, error: unknown): void {
  useEffect(() => {
    const faults = error instanceof ApiError ? error.faults : [];
    const named = faults.flatMap(({ path, message }) => (path ? [{ name: path.split('.'), errors: [message] }] : []));
    form.setFields(named as unknown as Parameters<typeof form.setFields>[0]);
    const first = named.find(({ name }) => form.getFieldInstance(name as never) !== undefined);
    if (first) form.focusField(first.name as never);
  }, [form, error]);
}
