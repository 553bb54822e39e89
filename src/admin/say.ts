export type Language = 'zh' | 'en'

/** Staff choose Chinese or English; Chinese is the default. */
export const languageOf = (code: string | undefined): Language => (code === 'en' ? 'en' : 'zh')

/** One sentence in the reader's language. */
export const sayIn =
  (language: Language) =>
  (zh: string, en: string): string =>
    language === 'en' ? en : zh
export type Say = ReturnType<typeof sayIn>
