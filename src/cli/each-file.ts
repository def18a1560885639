import { MingchaError } from '../core/error.ts';
import { type CommandInput, textOption } from './command.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { out, outJson, sayError } from './print.ts';

/**
 * Does work on every file a call names; one that cannot be read does not keep the others from being read, and its class is
 * answered when nothing is worse. Copies (`--html`, `--docx`) are of one file. Throws 'usage' when they are asked of several.
 * `does`: the act in the words of the command; `thing`: what it calls a file; `begin` makes what all files need.
 */
export async function eachFile(
  input: CommandInput,
  { does, thing }: { does: string; thing: string },
  begin: () => Promise<(file: string) => Promise<number>>,
): Promise<number> {
  const single = input.positionals.length === 1;
  if (!single && (textOption(input, 'html') ?? textOption(input, 'docx')) !== undefined)
    throw new MingchaError('usage', `--html 和 --docx 一次只能用于一份${thing}。`, `请逐份${does}，或去掉这两个选项。`);
  const one = await begin();
  if (single) return one(input.positionals[0] as string);
  let answer: number = EXIT_CODES.ok;
  let failed: number = EXIT_CODES.ok;
  for (const file of input.positionals) {
    try {
      answer = Math.max(answer, await one(file));
    } catch (error) {
      const known = sayError(error);
      if (input.values.json) outJson({ file, error: { code: known.code, message: known.message, next: known.next } });
      failed = EXIT_CODES[known.code];
    }
    if (!input.values.json) out();
  }
  return failed === EXIT_CODES.ok ? answer : failed;
}
