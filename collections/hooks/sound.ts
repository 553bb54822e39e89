import { ValidationError, type CollectionBeforeValidateHook } from 'payload'
import type { Label } from '../../src/lib/labels'

type Row = Record<string, unknown>
/** The path of the field, and words that say what to change. */
export type FieldFault = { path: string; words: Label }

/**
 * Refuses what is wrong between fields, each fault at its field and in the reader's language. `judge` sees the row as it
 * will stand. What the product writes itself is judged where it is made.
 */
export const refuse =
  (judge: (row: Row) => readonly FieldFault[]): CollectionBeforeValidateHook =>
  ({ data, originalDoc, req, collection }) => {
    if (!req.user || !data) return data
    const language = req.i18n?.language === 'en' ? 'en' : 'zh'
    const errors = judge({ ...originalDoc, ...data }).map(({ path, words }) => ({
      path,
      message: words[language],
    }))
    if (errors.length) throw new ValidationError({ collection: collection?.slug, errors, req }, req.t)
    return data
  }

/** Milliseconds of a day as Payload keeps it; null for none, and for what is no date: the field refuses that itself. */
export const timeOf = (value: unknown): number | null => {
  const time = value ? new Date(value as string).getTime() : NaN
  return Number.isNaN(time) ? null : time
}
