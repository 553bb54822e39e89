import type { Payload } from 'payload'
import { csvOf } from './sheetImports'

/** A spreadsheet to fill in, with the county's own topics and segments as examples. */
export async function template(payload: Payload, now: Date, language: 'zh' | 'en'): Promise<string> {
  const of = { depth: 0, limit: 3, sort: 'order', overrideAccess: true } as const
  const [topics, segments] = await Promise.all([
    payload.find({ collection: 'topics', ...of }),
    payload.find({ collection: 'segments', ...of }),
  ])
  const en = language === 'en'
  const nameOf = (row?: { name: string; nameEn: string }) => (en ? row?.nameEn : row?.name) ?? ''
  const day = now.toISOString().slice(0, 10)
  const [first, second, third] = topics.docs.map(nameOf)
  const rows = [
    en ? ['Topic', 'Segment', 'Count', 'Source', 'Date', 'Kind'] : ['主题', '人群', '数量', '来源', '日期', '类别'],
    [
      first,
      '',
      '120',
      en ? 'EXAMPLE, replace: 12348, last quarter' : '示例，请换成自己的：12348 上季度来电',
      day,
      en ? 'consultation' : '咨询',
    ],
    [
      second,
      nameOf(segments.docs[0]),
      '46',
      en ? 'EXAMPLE, replace: survey in the market' : '示例，请换成自己的：赶集日问卷',
      day,
      en ? 'survey' : '问卷',
    ],
    [
      third,
      nameOf(segments.docs[1]),
      '15',
      en ? 'EXAMPLE, replace: police reports' : '示例，请换成自己的：派出所警情通报',
      day,
      en ? 'cases' : '案件',
    ],
  ]
  return csvOf(rows.map((row) => row.map((cell) => cell ?? '')))
}
