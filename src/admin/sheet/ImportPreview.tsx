import type { SheetAnswer } from '../../staff/sheetImports'
import type { Say } from '../say'

/** A column of the sheet: its key, its heading, what stands where nothing was said. */
export type Column = { key: string; name: string; none?: string }
type Props = {
  preview: SheetAnswer
  columns: readonly Column[]
  busy: boolean
  say: Say
  onYes: () => void
  onNo: () => void
}

const MOST_SHOWN = 200

/** What an import would do, line by line; the lines that are not taken stand first, with the reason. */
export function ImportPreview({ preview, columns, busy, say, onYes, onNo }: Props) {
  const { counts, rows } = preview
  const order = { refused: 0, new: 1, unchanged: 2 }
  const sorted = [...rows].sort((a, b) => order[a.state] - order[b.state] || a.line - b.line)
  const words = {
    new: say('新的', 'new'),
    unchanged: say('已有', 'there already'),
    refused: say('不收', 'not taken'),
  }
  return (
    <div className="mb-import__preview">
      <p>
        {say(
          `新的 ${counts.new} 行，已有 ${counts.unchanged} 行，不收 ${counts.refused} 行。`,
          `${counts.new} new, ${counts.unchanged} there already, ${counts.refused} not taken.`,
        )}
        {counts.refused > 0 &&
          say('不收的改好以后再导入一次，已有的不会重复。', ' Correct those and import again: nothing is doubled.')}
      </p>
      <div className="mb-import__table">
        <table>
          <thead>
            <tr>
              <th>{say('行', 'Line')}</th>
              <th>{say('结果', 'Result')}</th>
              {columns.map(({ key, name }) => (
                <th key={key}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST_SHOWN).map(({ line, state, said, why }) => (
              <tr className={`is-${state}`} key={line}>
                <td>{line}</td>
                <td>
                  <b>{words[state]}</b>
                  {why.length > 0 && <small>{why.join('；')}</small>}
                </td>
                {columns.map(({ key, none }) => (
                  <td key={key}>{said[key] || none}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > MOST_SHOWN && (
        <p className="mb-plan__hint">
          {say(`还有 ${sorted.length - MOST_SHOWN} 行没有列出来。`, `${sorted.length - MOST_SHOWN} more lines.`)}
        </p>
      )}
      <div className="mb-ask__buttons">
        <button className="mb-button mb-button--main" disabled={busy || !counts.new} onClick={onYes} type="button">
          {counts.new
            ? say(`导入 ${counts.new} 行`, `Import ${counts.new} rows`)
            : say('没有可导入的', 'Nothing to import')}
        </button>
        <button className="mb-button" disabled={busy} onClick={onNo} type="button">
          {say('先不', 'Not now')}
        </button>
      </div>
    </div>
  )
}
