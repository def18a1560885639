/** A piece of running text that is nothing but words. */
type Words = { readonly text: string };

const isWords = (run: object): run is Words => 'text' in run;

/** Neighbouring words as one piece, nothing empty: two ways of typing the same paragraph are the same. Other pieces stay as they are. */
export function tidyRuns<Run extends object>(runs: readonly (Run | Words)[]): (Run | Words)[] {
  const out: (Run | Words)[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (isWords(run) && run.text === '') continue;
    if (isWords(run) && last && isWords(last)) out[out.length - 1] = { text: last.text + run.text };
    else out.push(run);
  }
  return out;
}
