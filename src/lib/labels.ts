/** A label in both staff languages. */
export type Label = { zh: string; en: string }

export const label = (zh: string, en: string): Label => ({ zh, en })
