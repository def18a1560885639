import { type InputFault, MingchaError } from '../../core/error.ts';

/** Faults shown at once; the rest are counted. A page of them is read, a thousand are not. */
const MAX_FAULTS_SHOWN = 200;
/** Enough of a cell to find it again. */
const MAX_VALUE_CHARS = 60;
const MAX_WARNINGS = 200;
const MAX_SUBJECTS = 20;

/** Everything an import has to say: faults stop it, warnings and questions go with the report. */
export class Remarks {
  readonly faults: InputFault[] = [];
  faultCount = 0;
  private readonly said = new Map<string, string[]>();
  readonly questions: string[] = [];

  fault(fault: InputFault): void {
    this.faultCount++;
    const value = fault.value && fault.value.length > MAX_VALUE_CHARS ? `${fault.value.slice(0, MAX_VALUE_CHARS)}…` : fault.value;
    if (this.faults.length < MAX_FAULTS_SHOWN) this.faults.push(value === undefined ? fault : { ...fault, value });
  }

  /** Whether further faults are only counted: then no time need go into good advice. */
  get isFull(): boolean {
    return this.faultCount >= MAX_FAULTS_SHOWN;
  }

  /** The same sentence about several subjects is printed once with all of them. */
  warn(sentence: string, subject = ''): void {
    const subjects = this.said.get(sentence) ?? [];
    if (!subjects.includes(subject)) subjects.push(subject);
    this.said.set(sentence, subjects);
  }

  get warnings(): string[] {
    return [...this.said].slice(0, MAX_WARNINGS).map(([sentence, subjects]) => {
      const named = subjects.slice(0, MAX_SUBJECTS).join('、');
      return `${named}${subjects.length > MAX_SUBJECTS ? `等 ${subjects.length} 个` : ''}${sentence}`;
    });
  }

  ask(text: string): void {
    if (!this.questions.includes(text)) this.questions.push(text);
  }

  /** MingchaError 'bad-input' with all faults. */
  error(fileName: string): MingchaError {
    const more = this.faultCount > this.faults.length ? `（只列出前 ${this.faults.length} 处）` : '';
    return new MingchaError(
      'bad-input',
      `“${fileName}”有 ${this.faultCount} 处错误${more}，没有导入任何内容`,
      '请按列出的位置逐处改正后，重新导入整个文件。',
      { faults: this.faults },
    );
  }

  /** Stops here when there is any fault. */
  refuse(fileName: string): void {
    if (this.faultCount > 0) throw this.error(fileName);
  }
}
