/** Words by which prose says more than it prints: numbers in words, and what asserts something of the data. */
import type { Lang } from '../model/document.ts';

/** What a word asserts. */
export type Claim =
  | 'rise'
  | 'fall'
  | 'top'
  | 'majority'
  | 'record'
  | 'first-time'
  | 'comparison'
  | 'multiple'
  | 'all'
  | 'lasting';

interface Lexicon {
  /** Numbers in words that state how many there are; group 1 is the number. */
  readonly numbers: RegExp;
  readonly values: Readonly<Record<string, number>>;
  /** Words by which limits are stated, by their number; per cent where they are said of growth. */
  readonly limits: Readonly<Record<number, RegExp>>;
  readonly claims: Readonly<Record<Claim, RegExp>>;
}

const zh: Lexicon = {
  // 一 is mostly an article (一个、一类); 万元 and 亿元 alone are units.
  numbers:
    /(?<![〇一二三四五六七八九十百千万第之])([二两三四五六七八九十百千][一二三四五六七八九十百千万]*)(?=[个项家类地省市者国种人位成大处场所强]|领域|分之)|([一二两三四五六七八九十百千]+[万亿])|第([二三四五六七八九十]+)(?!次|部分|产业)/g,
  values: { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 百: 100 },
  limits: { 50: /过半|半数|一半/, 100: /一倍|翻番/ },
  claims: {
    rise: /增[长幅](?=最|居)|增长(?!率|速|额|幅|、|均)|上升|提高|增加|扩大|回升|攀升|增多|拉大|升至|增至/g,
    fall: /下降|减少|降低|回落|缩小|下滑|收窄|降至|减至/g,
    top: /最(?!后|近|终|初|新)|首位|居首|之首|第一(?!部分|产业|次)|居前|前列|领先|领跑|榜首|紧随其后/g,
    majority: /过半|半数|一半|大部分|多数|大多/g,
    record: /新高|新低|纪录/g,
    'first-time': /首次/g,
    comparison: /(?<!不)超过|突破|高于|(?<!不)低于|多于|少于|大于|小于|快于|慢于|不及|高出/g,
    multiple: /翻番|一倍|翻两番/g,
    all: /均(?=[有高低超居增下上保呈])|全部(?=[增上下实超居高低])|唯一|仅[有占为]|只有|无一/g,
    lasting: /仍(?=[居列为占保])|连续|继续保持/g,
  },
};

const en: Lexicon = {
  numbers:
    /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred|thousand|million|billion|trillion|second|third|fourth|fifth)\b/gi,
  values: {
    ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
    ...{ twenty: 20, dozen: 12, hundred: 100, second: 2, third: 3, fourth: 4, fifth: 5 },
  },
  limits: { 50: /\bhalf\b/i, 100: /\bdoubled\b/i },
  claims: {
    rise: /\b(rose|risen|rises|rising|grew|grown|grows|growing|fastest|(?<!ma[dk]e )(?<!making )up(?= by|\s*$)|bec[ao]me (?:larger|higher)|an increase(?= of)|increas(?:ed|es|ing)|gained|widen(?:ed|s)|expanded|climbed)\b/gi,
    fall: /\b(fell|fallen|down(?= by|\s*$)|bec[ao]me (?:smaller|lower)|a decrease(?= of)|falls|falling|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|lost|narrow(?:ed|s)|shrank|dropped)\b/gi,
    top: /\b(highest|largest|biggest|greatest|fastest|smallest|lowest|most(?! of\b)|(?<!at )least|first(?! time)|more than any other|led|leads|leader|leaders|foremost|top)\b/gi,
    majority: /\b(half|majority|mostly|most of)\b/gi,
    record: /\b(?:on|a|new|all-time) (?:record|high)\b/gi,
    'first-time': /\bfirst time\b/gi,
    comparison:
      /\b(exceed(?:s|ed|ing)?|(?:more|less|fewer|faster|slower|higher|lower|larger|smaller|greater) than(?! any other)|(?:above|below) that)\b|^\s*(?:more|fewer|less)\b/gi,
    multiple: /\b(doubled|doubling|twice|tripled|trebled|twofold|threefold)\b/gi,
    all: /\b(every|the only|only(?= $)|none of them|all (?:rose|fell|grew|declined|increased|but|except|of them))\b/gi,
    lasting: /\b(again|still|remain(?:ed|s)?|consecutive)\b/gi,
  },
};

export const lexicons: Readonly<Record<Lang, Lexicon>> = { zh, en };

/** What makes a word of its sentence say the opposite. */
export const denials: Readonly<Record<Lang, RegExp>> = {
  zh: /[未没][^，]*$/,
  en: /\b(?:no|none|not|never|neither)\b[^,]*$/i,
};

/** Helpers whose answer bears out a claim; `!` marks those that do where they are denied (`{{else}}`, `{{#unless}}`, `not`). */
export const evidence: Readonly<Record<Claim, readonly string[]>> = {
  rise: ['rises', 'rising', 'climbing', 'exceeds', '!exceeds', 'contribution', '!falls', '!falling'],
  fall: ['falls', 'falling', 'slipping', 'exceeds', '!exceeds', '!rises', '!rising'],
  top: ['sort', '!sort', 'rank', '!rank', 'peaks', 'first', 'last', 'record'],
  majority: ['exceeds', '!exceeds'],
  record: ['record', 'peaks'],
  'first-time': ['!exceeds'],
  comparison: [
    ...['exceeds', '!exceeds', 'above', '!above', 'rising', 'falling', 'rises', 'falls'],
    ...['!rises', '!falls', '!rising', '!falling'],
  ],
  multiple: ['times', 'exceeds', 'rising', 'above', 'ratio'],
  all: ['any', '!any', 'and', '!and', 'zero', '!zero', 'exceeds', '!exceeds', 'above', 'is'],
  lasting: ['previous', '!previous', 'rank', '!rank', 'peaks', 'is'],
};
