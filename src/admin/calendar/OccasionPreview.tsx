'use client'
import { useFormFields } from '@payloadcms/ui'
import { localDay, rowsOf } from './fields'
import { PreviewLine } from './PreviewLine'

const numbers = ['month', 'day', 'toMonth', 'toDay', 'week', 'before', 'after'] as const

/** Under the rule of an occasion: when it is next. */
export function OccasionPreview() {
  const path = useFormFields(([fields]) => {
    const query = new URLSearchParams({ rule: String(fields.rule?.value ?? '') })
    for (const name of numbers) {
      const value = fields[name]?.value
      if (typeof value === 'number') query.set(name, String(value))
    }
    const years = rowsOf(fields, 'years').flatMap(({ from, to }) => {
      const [begins, ends] = [localDay(from), localDay(to)]
      return begins && ends ? [`${begins}/${ends}`] : []
    })
    if (years.length) query.set('years', years.join())
    return query.get('rule') ? (`/calendar/occasion?${query.toString()}` as const) : null
  })
  return <PreviewLine path={path} />
}
