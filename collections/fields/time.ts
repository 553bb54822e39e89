import type { PayloadRequest, TextField } from 'payload'
import { label, type Label } from '../../src/lib/labels'
import { minutesOf } from '../../src/lib/zone'

const notATime = label('请写成 21:30 这样的时间。', 'Write a time such as 21:30.')
const empty = label('开始和结束不能一样。', 'The beginning and the end cannot be the same.')

type Wish = {
  name: string
  label: Label
  required?: boolean
  /** The field a span begins with: where it ends may be on the next day, but not at the same minute. */
  after?: string
}

/** A time of day as people write it. What cannot be read would silently be no time at all. */
export const timeField = ({ after, ...field }: Wish): TextField => ({
  ...field,
  type: 'text',
  validate: (value: unknown, { req, siblingData }: { req: PayloadRequest; siblingData?: object }) => {
    const language = req.i18n?.language === 'en' ? 'en' : 'zh'
    const text = String(value ?? '').trim()
    if (!text) return field.required ? notATime[language] : true
    const minutes = minutesOf(text)
    if (minutes === null || minutes >= 24 * 60) return notATime[language]
    const begins = after ? (siblingData as Record<string, string | null> | undefined)?.[after] : null
    return minutesOf(begins) === minutes ? empty[language] : true
  },
})
