import { Select } from 'antd';

interface Props {
  name: string;
  /** Codes, comma-separated, as the address keeps them. */
  value: string | undefined;
  /** `count`: how many a choice would leave. */
  options: readonly { code: string; name: string; count?: number }[];
  set(value: string | undefined): void;
}

/** A filter of several values at once, found by their names. */
export function ManyChoice({ name, value, options, set }: Props) {
  return (
    <Select
      mode="multiple"
      allowClear
      maxTagCount="responsive"
      aria-label={name}
      placeholder={name}
      value={value?.split(',').filter(Boolean) ?? []}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'search' }}
      options={options.map(({ code, name: search, count }) => ({
        ...{ value: code, search },
        label: count === undefined ? search : `${search}（${count}）`,
      }))}
      onChange={(values: string[]) => set(values.join(',') || undefined)}
    />
  );
}
