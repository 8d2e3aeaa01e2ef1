/** Lists of a cube: its codes in a group, with a code held fast, in another year; and its years. */
import { describe, expect, it } from 'vitest';
import { composing } from '../../support/composing.ts';
import { across, type Tiny } from '../../support/tiny.ts';

const tiny: Tiny = {
  cubes: {
    output: {
      codes: [
        { code: 'A', kind: 'province' },
        { code: 'B', kind: 'province' },
        { code: 'C', kind: 'province' },
        { code: 'D', kind: 'province' },
        { code: 'O', kind: 'outside' },
        { code: 'A1', kind: 'city', parent: 'A' },
        { code: 'A2', kind: 'city', parent: 'A' },
      ],
      groups: { EAST: ['A', 'C', 'D'] },
      rows: {
        2012: { A: { amount: '5' }, B: { amount: '9' } },
        2023: {
          A: { amount: '50' },
          B: { amount: '40' },
          C: { amount: '30' },
          D: { amount: '20' },
          O: { amount: '90' },
        },
        2024: {
          A: { amount: '45' },
          A1: { amount: '25' },
          A2: { amount: '20' },
          B: { amount: '60' },
          C: { amount: '46' },
          D: { amount: '20' },
          O: { amount: '70' },
        },
      },
    },
    deals: {
      codes: ['ENT', { code: 'GOV', kind: 'form' }, 'NAT'],
      groups: { BOTH: ['ENT', 'GOV'] },
      across: ['UNI', 'RES'],
      rows: {
        2023: { 'ENT/UNI': { amount: '10' }, 'GOV/UNI': { amount: '20' }, 'NAT/UNI': { amount: '5' } },
        2024: {
          'ENT/UNI': { amount: '40' },
          'ENT/RES': { amount: '30' },
          'GOV/UNI': { amount: '20' },
          'GOV/RES': { amount: '80' },
          'NAT/UNI': { amount: '20' },
          'NAT/RES': { amount: '0' },
        },
      },
    },
    trend: {
      codes: ['ALL'],
      rows: Object.fromEntries(
        ['3', '5', '4', '4', '9', '8', '10'].map((amount, index) => [2018 + index, { ALL: { amount } }]),
      ),
    },
  },
};
const { compose, read, both, problem, codes, holds } = composing(tiny);

describe('slices', () => {
  it.each([
    ['(slices output)', 'ABCDO'],
    ['(slices output within="EAST")', 'ACD'],
    ['(slices output within="A")', 'A1A2'],
    ['(slices output within="EAST" kind="outside")', ''],
    ['(slices output year=2012)', 'AB'],
    ['(slices output year="2012")', 'AB'],
    ['(slices output year=previousYear)', 'ABCDO'],
    ['(slices output year=2001)', ''],
    ['(sort (slices output year=previousYear kind="province"))', 'ABCD'],
    ['(slices deals)', 'ENTGOVNAT'],
    [`(sort (slices deals where="${across}=RES"))`, 'GOVENTNAT'],
    ['(slices deals where="code=ENT")', 'UNIRES'],
    ['(slices deals where="code=BOTH")', 'UNIRES'],
    [`(slices deals where="${across}=UNI" within="BOTH")`, 'ENTGOV'],
    [`(slices deals where="${across}=UNI" kind="form")`, 'GOV'],
  ])('%s: %s', (list, expected) => expect(codes(list)).toBe(expected));

  it('of another year have its figures and its name', () => {
    expect(read('{{#each (slices output year=2012)}}{{name}}{{year}}{{amount}}{{rank amount}}{{/each}}')).toBe(
      'A部2012[5万元][第2位]B部2012[9万元][第1位]',
    );
  });
  it('with a code held fast have shares and ranks in its sum', () => {
    const list = `(slices deals where="${across}=UNI")`;
    expect(read(`{{#each ${list}}}{{code}}{{share amount decimals=0}}{{rank amount}}{{/each}}`)).toBe(
      'ENT[50%][第1位]GOV[25%][第2位]NAT[25%][第2位]',
    );
    expect(read(`{{share (sum (take ${list} 2)) decimals=0}}{{rest (take ${list} 2)}}`)).toBe('[75%][20万元]');
    expect(read(`{{#with (first ${list})}}{{change amount}}，{{rank (previous amount)}}{{/with}}`)).toBe(
      '增长[300.0%]，[第2位]',
    );
  });
  it('are ranked within a group', () => {
    expect(read('{{rank output.C.amount within="EAST"}}{{rank output.C.amount kind="province"}}')).toBe(
      '[第1位][第2位]',
    );
    expect(read('{{rank output.A1.amount within="A"}}')).toBe('[第1位]');
    expect(problem('{{rank output.B.amount within="EAST"}}')?.[0]).toBe('1:1 helper.not-determined');
  });

  it.each([
    ['(slices year)', 'helper.not-a-cube'],
    ['(slices (slices output))', 'helper.not-a-cube'],
    ['(slices output where="code=A")', 'helper.no-dimension'],
    ['(slices output by="contracts")', 'helper.unknown-measure'],
    ['(sort (slices output) by="contracts")', 'helper.unknown-measure'],
    ['(slices output within="WEST")', 'helper.unknown-code'],
    ['(slices output kind="county")', 'helper.unknown-kind'],
    ['(slices output except="county")', 'helper.unknown-kind'],
    ['(slices deals where="seller=ENT")', 'helper.unknown-dimension'],
    ['(slices deals where="code=ENTT")', 'helper.unknown-code'],
    ['(slices deals where="ENT")', 'helper.where-format'],
    ['(slices output year="last")', 'helper.not-a-year'],
    ['(slices output years=2012)', 'helper.unknown-argument'],
    ['(climbing (slices output) kind="county")', 'helper.unknown-kind'],
    ['(climbing (slices output) within="WEST")', 'helper.unknown-code'],
    ['(sort (years output))', 'helper.not-a-list'],
  ])('%s: %s', (list, name) => {
    expect(problem(`x\n{{#each ${list}}}y{{/each}}`)?.[0]).toMatch(new RegExp(`^2:\\d+ ${name}$`));
  });
});

describe('years and series', () => {
  it('are those of the cube, the earliest first, and print themselves', () => {
    expect(read('{{#each (years output)}}{{this}},{{/each}}')).toBe('2012,2023,2024,');
    expect(both('{{list (years output)}}')).toEqual(['2012、2023和2024', '2012, 2023 and 2024']);
    expect(compose('{{first (years output)}}{{last (years output)}}', 'zh').map(({ type }) => type)).toEqual([
      'literal',
      'literal',
    ]);
  });
  it('go into year=, and are the years of the book', () => {
    expect(read('{{#each (years output)}}{{#each (slices @root.output year=this)}}{{code}}{{/each}},{{/each}}')).toBe(
      'AB,ABCDO,ABCDO,',
    );
    expect([holds('(is (last (years output)) year)'), holds('(is (first (years output)) year)')]).toEqual([
      'yes',
      'no',
    ]);
  });
  it('are counted by what the cube has in them', () => {
    const [counted] = compose('{{count (years output) unit="item"}}', 'zh');
    if (counted?.type !== 'quantity' || counted.quantity.origin.kind !== 'derived') throw new Error('No count');
    expect([counted.text, counted.quantity.origin.inputs.map(({ ref }) => ref?.year)]).toEqual([
      '3项',
      [2012, 2023, 2024],
    ]);
  });
  it('of a cube or of a code are slices called by their year', () => {
    expect(read('{{#each (series output)}}{{name}}{{amount}}{{/each}}')).toBe('2012[14万元]2023[230万元]2024[241万元]');
    expect(read('{{#each (series output.C)}}{{year}}{{amount}}{{/each}}')).toBe('2023[30万元]2024[46万元]');
    expect(read('{{#each (series deals.ENT.UNI)}}{{name}}{{amount}}{{/each}}')).toBe('2023[10万元]2024[40万元]');
    expect(read('{{#with (last (series output.C))}}{{change amount}}{{/with}}')).toBe('增长[53.3%]');
    expect(read('{{#with (first (sort (series trend)))}}{{name}}{{/with}}')).toBe('2024');
  });
  it('have their peaks between lower years, not at their ends', () => {
    expect(read('{{list (peaks (series trend))}}')).toBe('2019和2022');
    expect(read('{{list (peaks (sort (series trend)))}}')).toBe('2022和2019');
    expect(holds('(peaks (series output))')).toBe('no');
    expect(read('{{count (peaks (series trend)) unit="item"}}')).toBe('[2项]');
  });
});

describe('climbing and slipping', () => {
  it.each([
    ['(climbing (slices output kind="province") kind="province")', 'BC'],
    ['(slipping (slices output kind="province") kind="province")', 'A'],
    ['(climbing (slices output within="EAST") within="EAST")', 'C'],
    ['(slipping (slices output within="EAST") within="EAST")', 'A'],
    ['(climbing (slices output kind="city") within="A")', ''],
  ])('%s: %s', (list, expected) => expect(codes(list)).toBe(expected));
  it('are counted by both years’ ranks of all candidates', () => {
    const [counted] = compose('{{count (climbing (slices output within="EAST") within="EAST") unit="division"}}', 'zh');
    if (counted?.type !== 'quantity' || counted.quantity.origin.kind !== 'derived') throw new Error('No count');
    const { inputs } = counted.quantity.origin;
    expect([counted.text, inputs.length, inputs.every(({ unit }) => unit === 'rank')]).toEqual(['1个', 6, true]);
  });
});

describe('differences', () => {
  it('are in the unit of the first figure', () => {
    expect(both('{{minus output.B.amount output.A.amount}}')).toEqual(['[15万元]', '[CNY~150,000]']);
    expect(read('{{minus (in output.B.amount "yiyuan" decimals=4) output.A.amount}}')).toBe('[0.0015亿元]');
    expect(
      read(
        '{{number (minus (rank (previous output.C.amount) kind="province") (rank output.C.amount kind="province"))}}',
      ),
    ).toBe('[1]');
  });
  it('of percentages are percentage points', () => {
    const shares = '(share output.B.amount) (share (previous output.B.amount))';
    expect(both(`{{points ${shares}}}`)).toEqual(['[7.5个百分点]', '[7.5~percentage points]']);
    expect(read(`{{points ${shares} decimals=0}}`)).toBe('[8个百分点]');
    expect(read(`{{minus ${shares}}}`)).toBe('[7.5个百分点]');
  });
  it.each([
    ['{{points output.A.amount (share output.B.amount)}}', 'helper.not-a-percentage'],
    ['{{minus output.A.amount (share output.B.amount)}}', 'helper.not-determined'],
    ['{{minus output.A.amount year}}', 'helper.not-a-figure'],
    ['{{points (share output.A.amount)}}', 'helper.not-a-figure'],
  ])('%s: %s', (template, name) => expect(problem(template)?.[0]).toBe(`1:1 ${name}`));
});

describe('conditions', () => {
  it.each([
    ['(has "output")', 'yes'],
    ['(has "outputs")', 'no'],
    ['(or (has "outputs") (rises output.B.amount))', 'yes'],
    ['(or (has "outputs") (falls output.B.amount))', 'no'],
    ['(or (slices output year=2001) false)', 'no'],
    ['(any (years output))', 'yes'],
  ])('%s: %s', (condition, answer) => expect(holds(condition)).toBe(answer));
});

describe('a long series', () => {
  const codes = ['A', 'B'];
  const averages = { codes, list: 'codes', units: { average: 'wanyuan' } };
  const spec: Tiny = {
    cubes: {
      all: { codes: ['ALL'], rows: { 2024: { ALL: { amount: '90', contracts: '3' } } } },
      averages: { ...averages, rows: { 2024: { A: { average: '45' }, B: { average: '20' } } } },
    },
    earlier: {
      2022: {
        all: {
          codes: ['ALL'],
          rows: { 2021: { ALL: { amount: '80', contracts: '1' } }, 2022: { ALL: { amount: '60', contracts: '1' } } },
        },
        averages: { ...averages, rows: { 2022: { A: { average: '50' }, B: { average: '59.9' } } } },
      },
    },
  };
  it('names the edition that printed a figure', () => {
    const template =
      '{{#each (series long-all)}}{{#with (lookup (slices @root.long-all year=year) 0)}}{{edition amount}}{{/with}};{{/each}}';
    expect(both(template, spec)).toEqual(['2023年版;2023年版;2025年版;', '2023 edition;2023 edition;2025 edition;']);
  });
  it('of a figure of the edition itself there is none to name', () => {
    expect(problem('{{edition output.A.amount}}')?.[0]).toBe('1:1 helper.not-determined');
  });
  it('tells the years above all of a cube in the same year; of a year without any, it does not', () => {
    expect(read('{{list (above (series long-all) long-averages by="average")}}', 'zh', spec)).toBe('2022');
  });
});
