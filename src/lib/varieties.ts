/** What our BCP-47 tags say (norms.md 5). Own rules: Node's Intl rewrites `cmn` and knows no name for half of the dialects. */

/** Standard Chinese as it is spoken (普通话) or written in simplified characters. */
export const isStandardChinese = (tag: string): boolean => /^(zh|cmn)(-Hans)?(-CN)?$/i.test(tag)

/** A dialect or a minority language. English is neither. A private subtag marks a dialect of Mandarin: 四川话. */
export const isLocalSpeech = (tag: string): boolean => !isStandardChinese(tag) && !/^en\b/i.test(tag)

/** Uyghur and Kazakh of China are written from right to left. */
export const directionOf = (tag: string | undefined): 'ltr' | 'rtl' =>
  /-(Arab|Hebr)\b|^(ar|fa|he|ug|ur)\b(?!-(Latn|Cyrl))/i.test(tag ?? '') ? 'rtl' : 'ltr'

/**
 * Whether a film speaks a dialect or a minority language and cannot be read in standard Chinese: such a film does not
 * become public while the site asks for it (`settings.dialectNeedsSubtitles`).
 */
export const lacksSubtitles = (film: { spoken: string[]; written: string[] }): boolean =>
  film.spoken.some(isLocalSpeech) && !film.written.some(isStandardChinese)
