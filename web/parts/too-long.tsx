/** Says how many letters are too many. A field that cuts what is pasted into it loses the end without a word. `otherwise`: where the rest may go. */
export function TooLong({ text, most, otherwise = '' }: { text: string; most: number; otherwise?: string }) {
  const over = text.trim().length - most;
  if (over <= 0) return null;
  return (
    <small className="too-long is-bad" role="alert">
      最多 {most} 字，已写 {most + over} 字，请删去 {over} 字{otherwise && `，${otherwise}`}。
    </small>
  );
}
