import { describe, expect, it } from 'vitest';
import { parseBuildOptions } from '../../src/command-line/options.ts';
import { type TraceRequest, traceText } from '../../src/command-line/trace.ts';
import { composeEdition, remembering } from '../../src/compose-edition.ts';
import { Failure } from '../../src/model/problem.ts';
import { traceBytes, traceOf, withPages } from '../../src/publish/trace.ts';
import { loadWords } from '../../src/words/index.ts';
import { projectWith, xpcc2024 } from '../support/project.ts';

const files = projectWith();
const words = loadWords(files, () => undefined);
const nothing = { number: undefined, table: undefined, row: undefined, column: undefined };
const ask = (
  query: Partial<TraceRequest['query']>,
  lang: 'zh' | 'en' = 'zh',
  built = (): Uint8Array | undefined => undefined,
) => traceText({ ...xpcc2024, lang, query: { ...nothing, ...query } }, files, built, words.en);

describe('trace', () => {
  it('tells the cell of a number that the data have', () => {
    const answer = ask({ table: '1', row: '十二师', column: '2024' });
    expect(answer).toContain('row 12 (十二师), column 3 (成交额 / 2024年)');
    expect(answer).toMatch(
      /= 12921\.46 10,000 yuan {2}registrations registrant=D12 amount 2024 {2}data\/xpcc\/2024\/registrations\.csv:31:10 {2}\(source: 表 1\)/,
    );
  });

  it('tells the formula of a computed number with all that goes into it', () => {
    const answer = ask({ number: '32.5%' });
    expect(answer).toContain('computed: growth, (the first ÷ the second − 1) × 100');
    expect(answer).toContain('= 81423.37 10,000 yuan');
    expect(answer).toContain('data/xpcc/2024/registrations.csv:2:10');
    expect(answer).toContain('比上年增长32.5%');
  });

  it.each(['81\u202f423.37', '81 423.37', '81423.37', '81,423.37', '81 423.37万元'])(
    'takes “%s” as it is printed',
    (number) => {
      expect(ask({ number })).toContain('registrations amount 2024');
    },
  );

  it('takes money of either language', () => {
    expect(ask({ number: 'CNY 814.2337 million' }, 'zh')).toContain('81\u202f423.37万元');
    expect(ask({ number: '81 423.37万元' }, 'en')).toContain('81,423.37');
  });

  it('says what is printed instead of a number that is not', () => {
    const fault = (query: Partial<TraceRequest['query']>) => {
      try {
        return ask(query);
      } catch (cause) {
        return cause instanceof Failure ? cause.problems.map(({ name, values }) => ({ name, ...values })) : cause;
      }
    };
    expect(fault({ number: '81423.73' })).toEqual([
      expect.objectContaining({ name: 'trace.not-printed', nearest: expect.stringContaining('81\u202f423.37') }),
    ]);
    expect(fault({ table: '9' })).toEqual([expect.objectContaining({ name: 'trace.no-such-cell', table: '9' })]);
  });

  it('tells pages if the last build was made of the same data and templates', () => {
    const inputs = new Map<string, Uint8Array>();
    const { documents } = composeEdition(remembering(files, inputs), xpcc2024, ['zh', 'en'], () => undefined);
    const trace = traceOf({ ...xpcc2024, inputs, documents });
    const table = trace.numbers.zh?.find(({ label }) => label === '表1');
    const built = (digest: Partial<typeof trace.inputs>) => {
      const pages = new Map([['zh', [{ block: table?.block ?? -1, page: '41' }]]]);
      return () => traceBytes(withPages({ ...trace, inputs: { ...trace.inputs, ...digest } }, pages));
    };
    const query = { table: '1', row: '十二师' };
    expect(ask(query, 'zh', built({}))).toContain('p. 41');
    expect(ask(query, 'zh', built({ zh: 'of other data' }))).not.toContain('p. 41');
    expect(ask(query, 'zh', () => new Uint8Array([1]))).not.toContain('p. 41');
  });
});

describe('the options of trace', () => {
  const problems = (...args: string[]) => {
    try {
      return parseBuildOptions(args).trace;
    } catch (cause) {
      return cause instanceof Failure ? cause.problems.map(({ name }) => name) : cause;
    }
  };
  it('take a number, or a table with row and column', () => {
    expect(problems('--trace', '--year', '2024', '--edition', 'en', '1,000')).toEqual({
      lang: 'en',
      query: { ...nothing, number: '1,000' },
    });
    expect(problems('--trace', '--year', '2024', '--table', '1', '--row', '一师')).toEqual({
      lang: 'zh',
      query: { ...nothing, table: '1', row: '一师' },
    });
  });
  it('are refused where they mean nothing', () => {
    expect(problems('--trace', '--year', '2024')).toEqual(['usage.nothing-to-trace']);
    expect(problems('--year', '2024', '--row', '一师')).toEqual(['usage.only-for-trace']);
    expect(problems('--year', '2024', '1,000')).toEqual(['usage.unexpected-word']);
    expect(problems('--trace', '--year', '2024', '1,000', '2,000')).toEqual(['usage.unexpected-word']);
    expect(problems('--trace', '--year', '2024', '--edition', 'de', '1')).toEqual(['usage.unknown-value']);
  });
});
