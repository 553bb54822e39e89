import type { Panel } from '../../staff/campaignPanel'
import type { Say } from '../say'

/** The mix of the last quarter and of this plan, each over what people need. */
export function Rulers({ rulers, say }: { rulers: NonNullable<Panel['rulers']>; say: Say }) {
  const parts = [
    { title: say('排之前', 'Before'), ...rulers.before },
    { title: say('排之后', 'After'), ...rulers.after },
  ]
  return (
    <div className="mb-plan__rulers">
      {parts.map(({ title, svg, sentence }) => (
        <figure key={title}>
          <figcaption>
            <b>{title}</b> {sentence}
          </figcaption>
          <div dangerouslySetInnerHTML={{ __html: svg }} />
        </figure>
      ))}
    </div>
  )
}

/** Everything that is not in the plan, with the reason: folded, complete. */
export function LeftOut({ excluded, say }: { excluded: NonNullable<Panel['excluded']>; say: Say }) {
  if (!excluded.total) return null
  return (
    <details className="mb-plan__left">
      <summary>
        {say(
          `没排进去的 ${excluded.items.length + excluded.more} 件，为什么`,
          `${excluded.items.length + excluded.more} items left out, and why`,
        )}
      </summary>
      <ul>
        {excluded.items.map(({ item, title, reasons }) => (
          <li key={item}>
            <b>{title}</b>
            <small>{reasons.join('；')}</small>
          </li>
        ))}
        {excluded.more > 0 && <li>{say(`还有 ${excluded.more} 件`, `${excluded.more} more`)}</li>}
      </ul>
    </details>
  )
}
