/** Origins as lines of text: a value with its cell, or its formula with what goes into it below. */
import type { TraceOrigin } from '../publish/trace.ts';
import type { Words } from '../words/index.ts';

function valueText({ value, unit }: TraceOrigin, words: Words): string {
  const symbol = words.say(`units:${unit}.symbol`);
  // Quotients have more digits than anybody asks for.
  const digits = value.replace(/(\.\d{6})\d+$/, '$1…');
  return symbol === '' ? digits : `${digits} ${symbol}`;
}

function originText(origin: TraceOrigin, words: Words): string {
  const { kind, of = '', indicator = '', at = '', source = '' } = origin;
  const value = valueText(origin, words);
  const name = indicator === '' ? '' : words.say(`cli:trace.indicators.${indicator}`);
  const line = words
    .say(`cli:trace.origins.${kind}`, { value, of, indicator: name, at, source })
    .replace(/\u3000+/g, '\u3000')
    .replace(/ {3,}/g, '  ')
    .trimEnd();
  if (kind !== 'derived' || at === '') return line;
  return line + words.say('cli:trace.origins.settled', { at, source });
}

/** Lines of an origin, indented by what it goes into. One that has been told is not told again with all of its inputs. */
export function originLines(origins: readonly TraceOrigin[], root: number, words: Words): readonly string[] {
  const told = new Set<number>();
  const tell = (place: number, depth: number): readonly string[] => {
    const origin = origins[place];
    if (origin === undefined) return [];
    const line = `${'  '.repeat(depth)}= ${originText(origin, words)}`;
    const { from = [] } = origin;
    if (from.length > 0 && told.has(place)) return [line + words.say('cli:trace.above')];
    told.add(place);
    return [line, ...from.flatMap((input) => tell(input, depth + 1))];
  };
  return tell(root, 0);
}
