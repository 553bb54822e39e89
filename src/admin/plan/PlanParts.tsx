import type { Panel } from '../../staff/campaignPanel'
import { HowCounted } from '../HowCounted'
import type { Say } from '../say'

/** The mix of the last quarter and of this plan, each over what people need. */
export function Rulers({
  panel,
  rulers,
  say,
  admin,
}: {
  panel: Panel
  rulers: NonNullable<Panel['rulers']>
  say: Say
  admin: string
}) {
  const demand = panel.demand.map(({ id, segment, source }) => ({ id, name: segment, pooled: source === 'signals' }))
  const parts = [
    { title: say('排之前', 'Before'), ...rulers.before },
    { title: say('排之后', 'After'), ...rulers.after },
  ]
  return (
    <div className="mb-plan__rulers">
      {parts.map(({ title, svg, sentence, how }) => (
        <figure key={title}>
          <figcaption>
            <b>{title}</b> {sentence}
          </figcaption>
          <div dangerouslySetInnerHTML={{ __html: svg }} />
          <HowCounted admin={admin} demand={demand} how={how} say={say} />
        </figure>
      ))}
    </div>
  )
}
