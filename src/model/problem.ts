/** What can be wrong, said once: a name, a place and the values its message needs. The words live in `locales/`. */

/** A position in an input file; lines and columns count from 1. `file` is relative to the project folder. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** `data/x.csv:14:3`, as editors and terminals understand it; empty for no place. */
export function placeText(place: Place | undefined): string {
  return [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
}

/** `error`: no book can be made of this. `warning`: a book can be made, but somebody must look. */
export type Severity = 'error' | 'warning';

export interface Problem {
  /** Key of the message in `locales/<lang>/problems.yaml`, such as `csv.not-a-number`. */
  readonly name: string;
  readonly severity: Severity;
  readonly place?: Place;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Whose fault a failure is; each has its exit code (1, 2, 3). */
export type Fault = 'input' | 'usage' | 'machine';

/** Thrown when work cannot go on. Carries every problem found so far, never only the first. */
export class Failure extends Error {
  readonly fault: Fault;
  readonly problems: readonly Problem[];

  constructor(fault: Fault, problems: readonly Problem[]) {
    super(problems.map((p) => `${p.name} ${JSON.stringify(p.values)}`).join('\n'));
    this.name = 'Failure';
    this.fault = fault;
    this.problems = problems;
  }
}

export function error(name: string, place: Place | undefined, values: Problem['values'] = {}): Problem {
  return { name, severity: 'error', ...(place && { place }), values };
}

export function warning(name: string, place: Place | undefined, values: Problem['values'] = {}): Problem {
  return { name, severity: 'warning', ...(place && { place }), values };
}
