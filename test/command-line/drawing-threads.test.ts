/** The threads that cut fonts and draw charts, as the command starts them. */
import { afterAll, describe, expect, it } from 'vitest';
import { startDrawingThreads } from '../../src/command-line/drawing-threads.ts';
import type { Figure } from '../../src/model/document.ts';
import { Failure } from '../../src/model/problem.ts';
import { ownWorkshop } from '../../src/render/workshop.ts';
import { composed, projectFolder } from '../support/project.ts';

const { documents, theme } = composed();
const figures = documents.flatMap(({ lang, body }) =>
  lang === 'zh' ? body.filter((block): block is Figure => block.type === 'figure') : [],
);
const threads = startDrawingThreads(projectFolder);
afterAll(() => threads.close());

describe('the threads that draw', () => {
  it('draw and cut the same as without them, in the order of the book', async () => {
    const { drawCharts, cutFaces } = threads.workshop;
    const [drawn, faces] = await Promise.all([drawCharts(figures, 'zh', theme), cutFaces(theme, '技术AB12', 'zh')]);
    expect(figures.length).toBeGreaterThan(6);
    expect([...drawn.images]).toEqual([...(await ownWorkshop.drawCharts(figures, 'zh', theme)).images]);
    const own = await ownWorkshop.cutFaces(theme, '技术AB12', 'zh');
    expect(faces.map(({ data, ...face }) => [face, Buffer.from(data).toString('base64')])).toEqual(
      own.map(({ data, ...face }) => [face, Buffer.from(data).toString('base64')]),
    );
  });

  it('tell what is wrong with all charts at once, in the order of the book', async () => {
    const broken = figures.map((figure) => ({ ...figure, spec: { ...figure.spec, colour: 'red' } }));
    const failureOf = (drawing: Promise<unknown>) => drawing.catch((cause: unknown) => cause);
    const failure = await failureOf(threads.workshop.drawCharts(broken, 'zh', theme));
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toEqual(await failureOf(ownWorkshop.drawCharts(broken, 'zh', theme)));
    expect((failure as Failure).problems.length).toBe(figures.length);
  });

  it('leave nobody waiting when they end', async () => {
    const other = startDrawingThreads(projectFolder);
    const waiting = other.workshop.drawCharts(figures, 'zh', theme);
    await other.close();
    await expect(waiting).rejects.toThrow('ended');
  });
});
