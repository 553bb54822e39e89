import type { Provision } from '../../payload-types'
import { idOf } from '../repository/facts'
import type { Block } from './Blocks'
import { Cite } from './provisions'

type Props = { block: Extract<Block, { blockType: 'risks' }>; provisions?: Map<string, Provision>; rows?: number }

/** 风险清单: a list to tick on screen or on paper. What is ticked stays on the page. */
export function Risks({ block, provisions, rows: shown }: Props) {
  const rows = (block.rows ?? []).slice(0, shown)
  return (
    <section className="risks">
      <h2>{block.heading || '风险清单'}</h2>
      <ul className="ruled">
        {rows.map((row, index) => {
          const provision = provisions?.get(idOf(row.provision) ?? '')
          return (
            <li key={row.id ?? index}>
              <label>
                <input type="checkbox" /> <span>{row.check}</span>
              </label>
              {(row.penalty || provision) && (
                <p className="hint">
                  {row.penalty && <>不做会怎样：{row.penalty}</>}
                  {provision && (
                    <>
                      {row.penalty && '　'}依据：
                      <Cite provision={provision} />
                    </>
                  )}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {!shown && (
        <button type="button" data-print hidden>
          打印这张清单
        </button>
      )}
    </section>
  )
}
