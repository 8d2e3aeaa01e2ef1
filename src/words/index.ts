import i18next, { type i18n } from 'i18next';
import { type Report, readYaml } from '../load/index.ts';
import { type Lang, languages } from '../model/document.ts';
import { error, Failure } from '../model/problem.ts';
import type { ProjectFiles } from '../model/project-files.ts';

/** Words of one language: labels of the book, units, messages. */
export interface Words {
  readonly lang: Lang;
  /** The word of a key such as `book:table`, with its values filled in. @throws Failure (input) if there is none */
  say(key: string, values?: Readonly<Record<string, unknown>>): string;
  has(key: string): boolean;
  /** A structured entry, such as the shift of a unit; undefined if there is none. */
  entry(key: string): unknown;
}

const namespaces = ['book', 'units', 'problems', 'cli'] as const;

type AllWords = Readonly<Record<Lang, Words>>;

/** The words that were read last, which a command asks for several times, and the contents of their files. */
let last: { readonly contents: readonly (Uint8Array | undefined)[]; readonly words: AllWords } | undefined;

/** Reads `locales/<lang>/*.yaml`. */
export function loadWords(files: ProjectFiles, report: Report): AllWords {
  const contents = languages.flatMap((lang) => namespaces.map((namespace) => files.read(fileOf(lang, namespace))));
  const isSame = (content: Uint8Array | undefined, index: number) =>
    content !== undefined && last?.contents[index] !== undefined && Buffer.compare(content, last.contents[index]) === 0;
  if (last && contents.every(isSame)) return last.words;
  let faulty = false;
  const words = readWords(files, (problem) => {
    faulty = true;
    report(problem);
  });
  // Faults are told each time.
  if (!faulty) last = { contents, words };
  return words;
}

const fileOf = (lang: Lang, namespace: string): string => `locales/${lang}/${namespace}.yaml`;

function readWords(files: ProjectFiles, report: Report): AllWords {
  const resources: Record<string, Record<string, object>> = {};
  for (const lang of languages) {
    const ofLang: Record<string, object> = {};
    for (const namespace of namespaces) {
      const value = readYaml(files, fileOf(lang, namespace), report)?.value;
      ofLang[namespace] = typeof value === 'object' && value !== null ? value : {};
    }
    resources[lang] = ofLang;
  }
  const instance = i18next.createInstance();
  instance.init({
    resources,
    lng: 'zh',
    fallbackLng: false,
    ns: [...namespaces],
    defaultNS: 'book',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
    showSupportNotice: false,
    // Else the key itself, which may be a word.
    parseMissingKeyHandler: () => undefined,
  } as Parameters<i18n['init']>[0]);
  const say = (lang: Lang, key: string, values: Readonly<Record<string, unknown>>): string => {
    const text: unknown = instance.t(key, { lng: lang, ...values });
    if (typeof text !== 'string') {
      const [namespace = ''] = key.split(':');
      throw new Failure('input', [error('words.missing', { file: fileOf(lang, namespace) }, { key })]);
    }
    return text;
  };
  /** A book says the same thousands of times, such as the name of a unit with a number. */
  const said = new Map<string, string>();
  const words = (lang: Lang): Words => ({
    lang,
    say: (key, values = {}) => {
      const name = `${lang} ${key} ${JSON.stringify(values)}`;
      const text = said.get(name) ?? say(lang, key, values);
      said.set(name, text);
      return text;
    },
    has: (key) => instance.exists(key, { lng: lang }),
    entry: (key) => {
      const [namespace = '', path = ''] = key.split(':');
      return instance.getResource(lang, namespace, path);
    },
  });
  return { zh: words('zh'), en: words('en') };
}
