'use client'
import { SheetImport } from '../sheet/SheetImport'
import { useStaff } from '../useStaff'

/** Above the list of signals. */
export function SignalImport() {
  const { say } = useStaff()
  return (
    <SheetImport
      collection="signals"
      columns={[
        { key: 'topic', name: say('主题', 'Topic') },
        { key: 'segment', name: say('人群', 'Segment'), none: say('全县', 'county') },
        { key: 'count', name: say('数量', 'Count') },
        { key: 'kind', name: say('类别', 'Kind') },
        { key: 'source', name: say('来源', 'Source') },
        { key: 'date', name: say('日期', 'Date') },
      ]}
      undoWords={say(
        '以后排期不再算它们；表格还在的话，可以再导入。',
        'Plans no longer count them; the spreadsheet can be imported again.',
      )}
    />
  )
}
