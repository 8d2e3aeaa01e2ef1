import { createRequire } from 'node:module';

/** The names that Vega-Lite knows. */
export interface Vocabulary {
  /** Properties of anything anywhere in a specification. */
  readonly properties: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

interface Schema {
  readonly definitions: Readonly<Record<string, { readonly enum?: readonly string[]; readonly const?: string }>>;
}

/** Vega-Lite's names, from its own schema: it passes over an unknown property and stumbles over an unknown mark. */
export function vocabulary(): Vocabulary {
  if (!known) {
    const schema: Schema = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json');
    const { Mark, BoxPlot, ErrorBar, ErrorBand } = schema.definitions;
    const composite = [BoxPlot, ErrorBar, ErrorBand].flatMap((definition) => definition?.const ?? []);
    known = { properties: collectNames(schema, new Set()), marks: new Set([...(Mark?.enum ?? []), ...composite]) };
  }
  return known;
}
let known: Vocabulary | undefined;

function collectNames(schema: unknown, found: Set<string>): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) found.add(name);
    }
    collectNames(value, found);
  }
  return found;
}
