const FIELDS = 'input:not([type="hidden"], [type="file"]), textarea, select, [contenteditable="true"]';

/** The field that words after it speak of: the last before them in the nearest place that holds one; of a group of radios the chosen one. */
function fieldOf(note: HTMLElement): HTMLElement | null {
  for (let around = note.parentElement; around && around !== document.body; around = around.parentElement) {
    const before = [...around.querySelectorAll<HTMLElement>(FIELDS)].filter(
      (field) => note.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING,
    );
    const last = before.at(-1);
    if (!(last instanceof HTMLInputElement) || last.type !== 'radio') {
      if (last) return last;
      continue;
    }
    const group = before.filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === last.name);
    return group.find(({ checked }) => checked) ?? group[0] ?? last;
  }
  return null;
}

/** Says of the field before a note that it is wrong and that the note tells why; the answer takes both back. */
export function markField(note: HTMLElement, changed: () => void): () => void {
  const field = fieldOf(note);
  if (!field) return () => {};
  const owned = field.hasAttribute('aria-invalid');
  if (!owned) field.setAttribute('aria-invalid', 'true');
  describe(field, (ids) => [...ids, note.id]);
  for (const name of ['input', 'change']) field.addEventListener(name, changed);
  return () => {
    if (!owned) field.removeAttribute('aria-invalid');
    describe(field, (ids) => ids.filter((id) => id !== note.id));
    for (const name of ['input', 'change']) field.removeEventListener(name, changed);
  };
}

function describe(field: HTMLElement, change: (ids: string[]) => string[]): void {
  const ids = change((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** Puts the keyboard into the field of the note that stands first on the page. */
export function focusFirst(notes: Iterable<HTMLElement>): void {
  const [first] = [...notes].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1));
  if (first) fieldOf(first)?.focus();
}
