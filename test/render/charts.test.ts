import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure, Lang } from '../../src/model/document.ts';
import { Failure, type Problem } from '../../src/model/problem.ts';
import { renderCharts } from '../../src/render/charts/index.ts';
import { outlineCharts } from '../../src/render/charts/outline.ts';
import { wrapText } from '../../src/render/charts/wrap.ts';
import type { CutFace } from '../../src/render/fonts/face.ts';
import { subsetFaces } from '../../src/render/fonts/subset.ts';
import { sampleTheme } from '../support/sample.ts';
import { rowsOf, words } from './charts-rows.ts';

const folder = 'templates/xpcc/charts';

function bookFigures(lang: Lang): Figure[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.vl.json'))
    .map((file) => {
      const id = file.replace('.vl.json', '');
      const text = readFileSync(`${folder}/${file}`, 'utf8').replace(
        /\{\{t '([^']+)'\}\}/g,
        (_, key: string) => words[lang][key] ?? `no word ${key}`,
      );
      const spec = JSON.parse(text);
      // Each panel may have a query of its own; here all have the same rows.
      const queries = Object.keys(spec.usermeta.queries);
      return figure(spec, `figure-${id}`, Object.fromEntries(queries.map((name) => [name, rowsOf(lang)[id] ?? []])));
    });
}

function figure(spec: Figure['spec'], id = 'figure-test', data: Figure['data'] = { rows: someRows }): Figure {
  return {
    type: 'figure',
    id,
    label: '',
    caption: [],
    alt: '',
    notes: [],
    spec,
    place: { file: 'test.vl.json' },
    data,
    quantities: [],
  };
}

const someRows = [
  { name: '技术开发', amount: 40703.63, amount_label: '40703.63' },
  { name: '技术服务', amount: 27179.23, amount_label: '27179.23' },
];

const bars = {
  data: { name: 'rows' },
  mark: 'bar',
  encoding: {
    y: { field: 'name', type: 'nominal', title: null },
    x: { field: 'amount', type: 'quantitative', title: null },
  },
};

/** Texts one above the other at chosen places. */
function texts(...items: readonly { x: number; text: string; fontSize?: number; angle?: number }[]): Figure {
  const layer = items.map(({ x, text, ...mark }) => ({
    mark: { type: 'text', align: 'left', ...mark },
    encoding: { x: { value: x }, y: { value: 40 }, text: { value: text } },
  }));
  return figure({
    data: { name: 'rows' },
    width: 300,
    height: 80,
    transform: [{ filter: "datum.name === '技术开发'" }],
    layer,
  });
}

let faces: Record<Lang, readonly CutFace[]>;

beforeAll(async () => {
  const characters = (lang: Lang) => JSON.stringify(bookFigures(lang)) + JSON.stringify(someRows);
  faces = {
    zh: await subsetFaces(sampleTheme, characters('zh'), 'zh'),
    en: await subsetFaces(sampleTheme, characters('en'), 'en'),
  };
});

const render = (figures: readonly Figure[], lang: Lang = 'zh') => renderCharts(figures, lang, sampleTheme);

async function problemsOf(spec: Figure['spec']): Promise<readonly Problem[]> {
  const cause = await render([figure(spec)]).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(cause instanceof Failure)) throw new Error(`Expected a failure, got ${String(cause)}`);
  expect(cause.fault).toBe('input');
  return cause.problems;
}

describe.each(['zh', 'en'] as const)('the figures of the XPCC report, %s', (lang) => {
  it('are legible and as wide as the book allows', async () => {
    const { images, problems } = await render(bookFigures(lang), lang);
    expect(problems).toEqual([]);
    expect(images.size).toBe(8);
    for (const { width, height } of images.values()) {
      expect(width).toBeGreaterThan(600);
      expect(width).toBeLessThanOrEqual((165 * 96) / 25.4);
      expect((height * 25.4) / 96).toBeGreaterThan(38);
      expect((height * 25.4) / 96).toBeLessThan(75);
    }
  });

  it('print every formatted value and name', async () => {
    const figures = bookFigures(lang);
    const { images } = await render(figures, lang);
    for (const { id, data } of figures) {
      const svg = images.get(id)?.svg ?? '';
      const printed = [...svg.matchAll(/>([^<>]+)<\/(?:text|tspan)>/g)].map(([, text]) => text).join(' ');
      for (const { name, amount_label } of data.rows ?? []) {
        expect(printed).toContain(String(amount_label));
        for (const word of String(name).split(' ')) expect(printed).toContain(word);
      }
    }
  });

  it('are the same in a second run, and when both languages are drawn at once', async () => {
    const first = await render(bookFigures(lang), lang);
    const [again] = await Promise.all([
      render(bookFigures(lang), lang),
      render(bookFigures(lang === 'zh' ? 'en' : 'zh'), lang === 'zh' ? 'en' : 'zh'),
    ]);
    expect(again).toEqual(first);
  });
});

describe('renderCharts', () => {
  it('leaves the data of the figure as it was', async () => {
    const before = structuredClone(someRows);
    await render([figure(bars)]);
    expect(someRows).toEqual(before);
    expect(someRows.flatMap((row) => Object.getOwnPropertySymbols(row))).toEqual([]);
  });

  it('begins every id in the SVG with the id of the figure', async () => {
    const clipped = { ...bars, mark: { type: 'bar', clip: true } };
    const { images } = await render([figure(clipped, 'figure-a'), figure(clipped, 'figure-b')]);
    const ids = [...images.values()].map(({ svg }) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(ids[0]?.[0]).toMatch(/^figure-a-/);
    expect(ids[1]?.[0]).toMatch(/^figure-b-/);
    const svg = images.get('figure-a')?.svg ?? '';
    expect(svg).toContain(`url(#${ids[0]?.[0]})`);
  });

  it('hides axes from readers who hear the text alternative, and names no roles', async () => {
    const svg = (await render([figure(bars)])).images.get('figure-test')?.svg ?? '';
    expect(svg).toMatch(/<g aria-hidden="true">.*技术开发/);
    expect(svg).not.toMatch(/ (?:role|class|aria-roledescription)=/);
  });

  it('groups the digits of an axis as the language does', async () => {
    const axis = (lang: Lang) =>
      render([figure(bars)], lang).then(({ images }) => images.get('figure-test')?.svg ?? '');
    expect(await axis('zh')).toContain('>10\u202f000<');
    expect(await axis('en')).toContain('>10,000<');
    const thousands = figure(bars, 'figure-test', { rows: [{ name: '技术开发', amount: 4000 }] });
    expect((await render([thousands])).images.get('figure-test')?.svg).toContain('>4000<');
  });

  it('centres a wrapped label of a vertical axis', async () => {
    const wrapped = {
      ...bars,
      height: { step: 40 },
      encoding: { ...bars.encoding, y: { ...bars.encoding.y, axis: { labelExpr: 'wrap(datum.label, 30)' } } },
    };
    const svg = (await render([figure(wrapped)])).images.get('figure-test')?.svg ?? '';
    expect(svg).toMatch(/<tspan[^>]*>技术<\/tspan><tspan[^>]*>开发<\/tspan>/);
    const y = Number(/translate\([-\d.]+,([-\d.]+)\)"[^>]*><tspan>技术/.exec(svg)?.[1]);
    expect(y).toBeLessThan(20);
  });

  it('may be as high as the lines of its labels need', async () => {
    const heightAt = async (width: number): Promise<number> => {
      const lines = `length(wrap(pluck(data('rows'), 'name'), ${width}))`;
      const chart = { ...bars, height: 100, params: [{ name: 'height', expr: `30 * ${lines}` }] };
      return (await render([figure(chart)])).images.get('figure-test')?.height ?? 0;
    };
    expect((await heightAt(30)) - (await heightAt(300))).toBe(60);
  });
});

describe('a specification at fault', () => {
  it('with a field that no row has is located', async () => {
    const encoding = { ...bars.encoding, x: { field: 'amuont', type: 'quantitative' } };
    expect(await problemsOf({ ...bars, encoding })).toEqual([
      {
        name: 'chart.unknown-field',
        place: { file: 'test.vl.json' },
        severity: 'error',
        values: {
          figure: 'figure-test',
          path: 'encoding.x.field',
          field: 'amuont',
          known: 'name, amount, amount_label',
        },
      },
    ]);
  });

  it('with an expression over a field that no row has is located', async () => {
    expect(await problemsOf({ ...bars, transform: [{ filter: 'datum.share > 1' }] })).toMatchObject([
      { name: 'chart.unknown-field', values: { field: 'share', path: 'transform.0.filter' } },
    ]);
  });

  it('with data that the figure has not is reported once', async () => {
    expect(await problemsOf({ ...bars, data: { name: 'lines' } })).toMatchObject([
      { name: 'chart.unknown-data', values: { data: 'lines', known: 'rows' } },
    ]);
  });

  it('with a misspelt property is reported', async () => {
    expect(await problemsOf({ ...bars, encodng: {} })).toMatchObject([
      { name: 'chart.unknown-property', values: { property: 'encodng' } },
    ]);
  });

  it('with an unknown mark is reported', async () => {
    expect(await problemsOf({ ...bars, mark: 'bra' })).toMatchObject([
      { name: 'chart.unknown-mark', values: { mark: 'bra', known: expect.stringContaining('bar') } },
    ]);
  });

  it('that goes outside for data or images is refused', async () => {
    expect(await problemsOf({ ...bars, data: { url: 'https://example.org/data.csv' } })).toContainEqual(
      expect.objectContaining({ name: 'chart.external', values: expect.objectContaining({ path: 'data.url' }) }),
    );
    const image = { mark: { type: 'image', url: 'file:///etc/hostname' }, data: { name: 'rows' } };
    expect(await problemsOf(image)).toMatchObject([{ name: 'chart.external' }]);
  });

  it('that names an address by its encoding is refused, too', async () => {
    const image = {
      data: { name: 'rows' },
      mark: { type: 'image', width: 10, height: 10 },
      encoding: { url: { value: 'file:///etc/hostname' }, x: { value: 1 }, y: { value: 1 } },
    };
    expect(await problemsOf(image)).toMatchObject([{ name: 'chart.external', values: { path: 'encoding.url' } }]);
  });

  it('with figures typed into it is refused', async () => {
    expect(await problemsOf({ ...bars, data: { values: [{ name: 'a', amount: 1 }] } })).toContainEqual(
      expect.objectContaining({ name: 'chart.inline-data' }),
    );
  });

  it('that Vega-Lite warns about or refuses is reported in its words', async () => {
    expect(
      await problemsOf({ ...bars, encoding: { ...bars.encoding, x: { field: 'amount', type: 'quantity' } } }),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'chart.invalid',
          values: expect.objectContaining({ message: expect.stringContaining('Invalid field type') }),
        }),
      ]),
    );
    expect(await problemsOf({ ...bars, encoding: { ...bars.encoding, theta: { field: 'amount' } } })).toMatchObject([
      { name: 'chart.invalid', values: { message: expect.stringContaining('theta') } },
    ]);
    expect(await problemsOf({ ...bars, transform: [{ filter: 'datum.amount >' }] })).toMatchObject([
      { name: 'chart.invalid' },
    ]);
  });

  it('does not hide the faults of the others', async () => {
    const cause = await render([figure({ ...bars, mark: 'bra' }, 'a'), figure({ ...bars, mark: 'bra' }, 'b')]).catch(
      (reason: unknown) => reason,
    );
    expect(cause).toBeInstanceOf(Failure);
    expect(cause instanceof Failure ? cause.problems.map(({ values }) => values.figure) : []).toEqual(['a', 'b']);
  });
});

describe('legibility', () => {
  const findings = async (chart: Figure) =>
    (await render([chart])).problems.map(({ name, values }) => [name, values.first ?? values.text]);

  it('finds texts that overlap, and only those', async () => {
    expect(await findings(texts({ x: 10, text: '技术开发' }, { x: 50, text: '技术服务' }))).toEqual([
      ['chart.text-overlap', '技术开发'],
    ]);
    expect(await findings(texts({ x: 10, text: '技术开发' }, { x: 60, text: '技术服务' }))).toEqual([]);
  });

  it('knows that turned texts side by side do not overlap', async () => {
    const turned = { angle: -45, text: '技术开发' };
    expect(await findings(texts({ x: 60, ...turned }, { x: 90, ...turned }))).toEqual([]);
  });

  it('finds text that the image or a limit cuts off', async () => {
    const spec = { ...texts({ x: 280, text: '技术开发' }).spec, autosize: 'none' };
    expect(await findings(figure(spec))).toEqual([['chart.text-clipped', '技术开发']]);
    const encoding = { ...bars.encoding, y: { field: 'name', type: 'nominal', axis: { title: null, labelLimit: 20 } } };
    expect(await findings(figure({ ...bars, encoding }))).toContainEqual(['chart.text-clipped', '技术开发']);
  });

  it('finds type below eight points', async () => {
    expect(await findings(texts({ x: 10, text: '技术', fontSize: 10 }))).toEqual([['chart.text-too-small', '技术']]);
    expect(await findings(texts({ x: 10, text: '技术', fontSize: 10.67 }))).toEqual([]);
  });

  it('finds a chart wider than the book allows', async () => {
    expect((await render([figure({ ...bars, width: 700 })])).problems).toMatchObject([
      { name: 'chart.too-wide', values: { available: 165 } },
    ]);
  });
});

describe('outlineCharts', () => {
  it('gives PNG files of the scaled size and leaves no font files behind', async () => {
    const { images } = await render([figure(bars)]);
    const image = (await outlineCharts(images, faces.zh, 3)).get('figure-test');
    const png = Buffer.from(image?.png ?? []);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(Math.round((image?.width ?? 0) * 3));
    expect(png.readUInt32BE(20)).toBe(Math.round((image?.height ?? 0) * 3));
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`chart-fonts-${process.pid}-`))).toEqual([]);
  });

  it('draws the Han characters with the book’s fonts, in both weights', async () => {
    const png = async (text: string, weight: number) => {
      const chart = texts({ x: 10, text });
      const spec = { ...chart.spec, config: { style: { text: { fontWeight: weight } } } };
      return (await outlineCharts((await render([figure(spec)])).images, faces.zh)).get('figure-test')?.png.length ?? 0;
    };
    expect(await png('技术开发', 400)).toBeGreaterThan(await png(' ', 400));
    expect(await png('技术开发', 700)).not.toBe(await png('技术开发', 400));
  });
});

describe('outlined charts', () => {
  it('have no text that would need a font, and paper over all of the image', async () => {
    const { images } = await render([figure(bars)]);
    const svg = (await outlineCharts(images, faces.zh)).get('figure-test')?.svg ?? '';
    expect(images.get('figure-test')?.svg).toContain('<text');
    expect(svg).not.toContain('<text');
    expect(svg).toMatch(/<path fill="#ffffff"/);
  });
});

describe('wrapText', () => {
  const measure = (line: string) => [...line].length;

  it('breaks English at spaces in lines of even length', () => {
    expect(wrapText('Environmental protection and resource use', 28, measure)).toEqual([
      'Environmental protection',
      'and resource use',
    ]);
    expect(wrapText('Agriculture', 4, measure)).toEqual(['Agriculture']);
  });

  it('breaks Chinese between characters, but not before a mark or within a number', () => {
    expect(wrapText('环境保护与资源综合利用', 6, measure)).toEqual(['环境保护与资', '源综合利用']);
    expect(wrapText('地方（疆内）', 3, measure)).toEqual(['地方', '（疆', '内）']);
    expect(wrapText('共2024年', 3, measure)).toEqual(['共', '2024', '年']);
  });

  it('gives no lines for no text', () => {
    expect(wrapText('', 10, measure)).toEqual([]);
  });
});
