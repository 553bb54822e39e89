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
