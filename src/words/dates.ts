/** Days and months in words; the patterns are in `locales/<lang>/book.yaml`. */

import type { PublicationDate } from '../model/dataset.ts';
import type { Day } from '../model/statements.ts';
import type { Words } from './index.ts';

/** Name of a month in a language that has names for them, from `months`. */
function monthName(month: number, words: Words): string {
  const months = words.entry('book:months');
  return Array.isArray(months) ? String(months[month - 1]) : '';
}

/** A day with its year: `2022年1月1日`, `1 January 2022`. */
export function dayText({ year, month, day }: Day, words: Words): string {
  return words.say('book:date.full', { year, month, day, monthName: monthName(month, words) });
}

/** A day, or the days from one to another, in the year that the book is about: `5月18—19日`, `18–19 May`. */
export function daysText(from: Day, to: Day, words: Words): string {
  const pattern = from.month !== to.month ? 'months' : from.day !== to.day ? 'days' : 'day';
  return words.say(`book:date.${pattern}`, {
    day: from.day,
    month: from.month,
    monthName: monthName(from.month, words),
    lastDay: to.day,
    lastMonth: to.month,
    lastMonthName: monthName(to.month, words),
  });
}

/** When a book came out: the month with its year, or the year alone where no more is known. */
export function publicationText({ year, month }: PublicationDate, words: Words): string {
  if (month === undefined) return words.say('book:year', { year });
  return words.say('book:month', { year, month, monthName: monthName(month, words) });
}
