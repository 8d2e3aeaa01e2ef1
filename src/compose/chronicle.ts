import type { ChronicleEntry } from '../model/statements.ts';
import { dayText } from '../words/dates.ts';
import type { Words } from '../words/index.ts';
import type { Printable } from './engine.ts';
import { literal, type Session } from './session.ts';

/** What the text of an entry can name besides what every template can: its own figures and dates. */
export function namesOfEntry(
  { figures, dates }: ChronicleEntry,
  session: Session,
  words: Words,
): Readonly<Record<string, Printable>> {
  return Object.fromEntries([
    ...[...figures].map(([name, { quantity, precision }]) => [name, session.figure(quantity, precision)] as const),
    ...[...dates].map(([name, day]) => [name, literal(dayText(day, words))] as const),
  ]);
}
