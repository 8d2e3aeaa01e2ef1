/** Characters that the writer sets between words, and the languages as Word names them. */
import type { Lang } from '../../model/document.ts';

export const languageTags: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** One em between the label of a caption and its title: in Chinese the ideographic space, which every Han font has. */
export function captionGap(lang: Lang): string {
  return lang === 'zh' ? '\u3000' : '\u2003';
}
