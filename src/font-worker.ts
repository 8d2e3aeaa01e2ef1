/** The program of the thread that cuts fonts, which takes a lot of memory as long as it lives. */
import type { Lang } from './model/document.ts';
import type { Theme } from './model/theme.ts';
import { subsetFaces } from './render/fonts/subset.ts';
import { answerTasks } from './thread-program.ts';

export interface FontTask {
  readonly theme: Theme;
  readonly characters: string;
  readonly lang: Lang;
}

answerTasks(({ theme, characters, lang }: FontTask) => subsetFaces(theme, characters, lang));
