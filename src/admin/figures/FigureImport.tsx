'use client'
import { SheetImport } from '../sheet/SheetImport'
import { useStaff } from '../useStaff'

/** Above the list of figures copied from other platforms. */
export function FigureImport() {
  const { say } = useStaff()
  return (
    <SheetImport
      collection="figures"
      columns={[
        { key: 'channel', name: say('渠道', 'Channel') },
        { key: 'title', name: say('标题', 'Title') },
        { key: 'sent', name: say('投放日期', 'Sent') },
        { key: 'plays', name: say('播放', 'Plays') },
        { key: 'completions', name: say('看完', 'Finished') },
        { key: 'source', name: say('来源', 'Source') },
        { key: 'date', name: say('日期', 'Date') },
      ]}
      undoWords={say(
        '以后不再按它们学；表格还在的话，可以再导入。',
        'Nothing is learned from them any more; the spreadsheet can be imported again.',
      )}
    />
  )
}
