/** Composes templates of one line against a dataset of a few numbers, and says what a reader would see. */
import { createContext } from '../../src/compose/context.ts';
import type { DraftInline } from '../../src/compose/draft.ts';
import { createEngine } from '../../src/compose/engine.ts';
import { createFormatter } from '../../src/compose/format.ts';
import { createHelpers, namedArguments } from '../../src/compose/helpers/index.ts';
import { parseInlines } from '../../src/compose/markup.ts';
import { createSession } from '../../src/compose/session.ts';
import { Lookup } from '../../src/derive/index.ts';
import type { Lang } from '../../src/model/document.ts';
import { Failure, type Problem } from '../../src/model/problem.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith } from './project.ts';
import { type Tiny, tinyDataset } from './tiny.ts';

const words = loadWords(projectWith(), (problem) => {
  throw new Error(problem.name);
});

/** @param tiny the data, unless a template is composed with other ones */
export function composing(tiny: Tiny) {
  function compose(template: string, lang: Lang, spec: Tiny = tiny): DraftInline[] {
    const lookup = new Lookup(tinyDataset(spec));
    const format = createFormatter(words[lang], 'half-up');
    const session = createSession(format);
    const render = createEngine(
      createHelpers({
        lookup,
        session,
        format,
        words: words[lang],
        inserts: new Map([
          ['figure-left-out', false],
          ['figure-kept', true],
          ['table-left-out', true],
        ]),
      }),
      namedArguments,
    );
    const context = createContext(lookup, session, lang, words[lang].say('book:total'));
    return parseInlines(
      render(template, context, { file: 't.hbs', line: 1, column: 1 }),
      't.hbs',
      lang,
      session.bound,
      (problem) => {
        throw new Failure('input', [problem]);
      },
    );
  }

  /** What a reader sees, each bound number in brackets; thin and no-break spaces as `_` and `~`. */
  function read(template: string, lang: Lang = 'zh', spec: Tiny = tiny): string {
    return compose(template, lang, spec)
      .map((inline) => (inline.type === 'quantity' ? `[${inline.text}]` : 'text' in inline ? inline.text : ''))
      .join('')
      .replaceAll('\u202f', '_')
      .replaceAll('\u00a0', '~');
  }

  /** The problem for which a template cannot be composed: `line:column name`, and its values. */
  function problem(template: string): readonly [place: string, values: Problem['values']] | undefined {
    try {
      compose(template, 'en');
    } catch (cause) {
      if (!(cause instanceof Failure)) throw cause;
      const [first] = cause.problems;
      return first && [`${first.place?.line}:${first.place?.column} ${first.name}`, first.values];
    }
    return undefined;
  }

  return {
    compose,
    read,
    problem,
    both: (template: string, spec: Tiny = tiny) => [read(template, 'zh', spec), read(template, 'en', spec)],
    /** Codes of a list, one after the other. */
    codes: (list: string) => read(`{{#each ${list}}}{{code}}{{/each}}`),
    /** Whether a condition holds: `yes` or `no`. */
    holds: (condition: string, spec: Tiny = tiny) => read(`{{#if ${condition}}}yes{{else}}no{{/if}}`, 'en', spec),
  };
}
