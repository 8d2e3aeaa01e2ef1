/** The threads that cut fonts and draw charts, as the command starts them. */
import { afterAll, describe, expect, it } from 'vitest';
import { startWorkshopThreads } from '../../src/command-line/workshop-threads.ts';
import { noCache } from '../../src/model/build-cache.ts';
import type { Figure } from '../../src/model/document.ts';
import { Failure } from '../../src/model/problem.ts';
import { createDrawing, drawAll } from '../../src/render/charts/kept.ts';
import { ownWorkshop, type Workshop } from '../../src/render/workshop.ts';
import { composed, projectFolder } from '../support/project.ts';

const { documents, theme } = composed();
const figures = documents.flatMap(({ lang, body }) =>
  lang === 'zh' ? body.filter((block): block is Figure => block.type === 'figure') : [],
);
const threads = startWorkshopThreads(projectFolder);
afterAll(() => threads.close());

const drawnBy = ({ drawChart }: Workshop, some: readonly Figure[]) =>
  drawAll(some, createDrawing('zh', theme, drawChart, noCache));

describe('the threads of the workshop', () => {
  it('draw and cut the same as without them, in the order of the book', async () => {
    const [drawn, faces] = await Promise.all([
      drawnBy(threads.workshop, figures),
      threads.workshop.cutFaces(theme, '技术AB12', 'zh'),
    ]);
    expect(figures.length).toBeGreaterThan(6);
    expect([...drawn.images]).toEqual([...(await drawnBy(ownWorkshop, figures)).images]);
    const texts = (cut: typeof faces) => cut.map(({ data, ...face }) => [face, Buffer.from(data).toString('base64')]);
    expect(texts(faces)).toEqual(texts(await ownWorkshop.cutFaces(theme, '技术AB12', 'zh')));
  });

  it('tell what is wrong with all charts at once, in the order of the book', async () => {
    const broken = figures.map((figure) => ({ ...figure, spec: { ...figure.spec, colour: 'red' } }));
    const failureOf = (drawing: Promise<unknown>) => drawing.catch((cause: unknown) => cause);
    const failure = await failureOf(drawnBy(threads.workshop, broken));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toEqual(await failureOf(drawnBy(ownWorkshop, broken)));
    expect((failure as Failure).problems.length).toBe(figures.length);
  });

  it('work again after a rest', async () => {
    threads.workshop.rest();
    expect([...(await drawnBy(threads.workshop, figures.slice(0, 1))).images.keys()]).toEqual([figures[0]?.id]);
  });

  it('leave nobody waiting when they end', async () => {
    const other = startWorkshopThreads(projectFolder);
    const told = expect(drawnBy(other.workshop, figures)).rejects.toThrow('ended');
    await other.close();
    await told;
  });
});

describe('a drawing', () => {
  it('is made once however often it is asked for', async () => {
    const [figure] = figures;
    if (figure === undefined) throw new Error('No figure');
    const asked: string[] = [];
    const draw = createDrawing(
      'zh',
      theme,
      (drawn, ...rest) => {
        asked.push(drawn.id);
        return ownWorkshop.drawChart(drawn, ...rest);
      },
      noCache,
    );
    const early = draw(figure);
    expect((await drawAll([{ ...figure, label: 'later' } as Figure], draw)).images).toEqual((await early).images);
    expect(asked).toEqual([figure.id]);
  });
});
