/** HTML that is safe by construction: a plain string is escaped wherever it is put, only `Markup` is taken as it is. */

export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly (string | Markup)[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and for quoted attributes alike. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Vouches for markup that does not come from a template literal of `html`. */
export function trusted(markup: string): Markup {
  return { markup };
}

function print(value: Value): string {
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(print).join('');
}

/** A template literal: `html`<p>${text}</p>`` escapes `text`. Attribute values must be quoted in the literal. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return { markup: strings.reduce((all, text, index) => all + print(values[index - 1] ?? '') + text) };
}

/** A CSS string literal. `<` is escaped as well, so that it cannot end a `style` element. */
export function cssString(text: string): string {
  const escaped = text.replace(/[\\"<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
