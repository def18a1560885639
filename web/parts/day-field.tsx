interface Props {
  /** Stands before the day. */
  name: string;
  /** What it is called where the name alone says too little. */
  label?: string;
  value: string;
  /** undefined: the day was taken away. */
  set(day: string | undefined): void;
}

/** A day among other things of a bar, with its name before it. */
export function DayField({ name, label = name, value, set }: Props) {
  return (
    <label className="day-field">
      {name}
      <input type="date" aria-label={label} value={value} onChange={(event) => set(event.target.value || undefined)} />
    </label>
  );
}
