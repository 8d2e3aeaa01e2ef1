/** A copy of the project's inputs that a measurement may change as its users do. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BenchProject {
  readonly folder: string;
  /** A build cache that is empty at first. */
  readonly cache: string;
  /** Changes the last digit of one figure, as a statistician who corrects it. */
  changeFigure(): void;
  /** Adds a sentence to the preface of the Chinese edition, as an editor. */
  editTemplate(): void;
  remove(): void;
}

/** Cubes whose first row of the year is changed: figures that many sentences, tables and charts depend on. */
const cubes: Readonly<Record<string, string>> = { national: 'registrations.csv', xpcc: 'flows.csv' };

function edit(path: string, change: (text: string) => string): void {
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${path} has nothing to change`);
  writeFileSync(path, changed);
}

export function benchProject(series: string, year: number): BenchProject {
  const folder = mkdtempSync(join(tmpdir(), 'yearbook-bench-'));
  for (const inputs of ['data', 'templates', 'locales']) cpSync(inputs, join(folder, inputs), { recursive: true });
  symlinkSync(join(process.cwd(), 'scripts'), join(folder, 'scripts'));
  return {
    folder,
    cache: join(folder, 'cache'),
    changeFigure: () =>
      edit(join(folder, 'data', series, String(year), cubes[series] ?? ''), (text) =>
        text.replace(
          new RegExp(`^(${year},.*)(\\d)$`, 'm'),
          (_, row: string, digit: string) => row + ((Number(digit) + 1) % 10),
        ),
      ),
    editTemplate: () =>
      edit(join(folder, 'templates', series, 'zh', 'preface.hbs'), (text) =>
        text.replace('</p>', '数据取自各地登记。</p>'),
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
