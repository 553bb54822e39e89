import type { ArrayField, NumberField, PayloadRequest } from 'payload'
import { limitFault, wrongShare } from '../../campaigns/limitFaults'
import type { Label } from '../../src/lib/labels'
import { label } from '../../src/lib/labels'
import { idOf } from '../access'
import { topicField } from './topic'

/** Target, floor and cap by topic, for an office or a segment; what they mean together: `campaigns/limits.ts`. */
export const limitsField = (given: Pick<ArrayField, 'access'>): ArrayField => ({
  ...given,
  name: 'limits',
  type: 'array',
  labels: { singular: label('一个主题', 'Topic'), plural: label('主题', 'Topics') },
  label: label('主题占比：目标、最低、最高', 'Topic shares: target, floor, cap'),
  admin: {
    description: label(
      '不写就跟上级走。0.3 就是 30%。目标写了就不再按群众需求算这个主题；最低、最高是排期和“该做什么”不会越过的线。上级和主题里也有的，取更严的那个。每次改动都有记录。',
      'Empty ones follow the office above. 0.3 is 30 %. A target stands in for demand on that topic; plans and commissions stay between floor and cap. Where the topic or an office above has one too, the stricter holds. Every change is logged.',
    ),
  },
  validate: (rows: unknown, { req }: { req: PayloadRequest }) => {
    const list = (Array.isArray(rows) ? rows : []) as { topic?: unknown; floor?: number | null }[]
    const fault = limitFault(list.map((row) => ({ ...row, topic: idOf(row.topic) ?? undefined })))
    return fault ? inLanguage(fault, req) : true
  },
  fields: [
    topicField({ required: true }),
    {
      type: 'row',
      fields: [
        share('share', label('目标', 'Target')),
        share('floor', label('最低', 'Floor')),
        share('cap', label('最高', 'Cap')),
      ],
    },
  ],
})

function share(name: string, words: Label): NumberField {
  return {
    name,
    type: 'number',
    label: words,
    admin: { step: 0.05 },
    validate: (value: unknown, { req }: { req: PayloadRequest }) =>
      value === null ||
      value === undefined ||
      (typeof value === 'number' && value >= 0 && value <= 1) ||
      inLanguage(wrongShare, req),
  }
}

const inLanguage = (words: Label, req: PayloadRequest) => words[req.i18n?.language === 'en' ? 'en' : 'zh']
