import type { WhatIfAnswer } from '../../staff/whatIf'
import { HowCounted } from '../HowCounted'
import type { Say } from '../say'

/** Two plans: the mix of each, deliveries by topic, expected reach, what caps would hold, what changes and why. */
export function SideBySide({ answer, say, admin }: { answer: WhatIfAnswer; say: Say; admin: string }) {
  const { now, then, topics, reach, held, changes, more, warnings } = answer
  const sides = [
    { title: say(`现在：${now.total} 次`, `Now: ${now.total}`), ...now },
    { title: say(`改了以后：${then.total} 次`, `Then: ${then.total}`), ...then },
  ]
  return (
    <div aria-live="polite">
      <div className="mb-plan__rulers">
        {sides.map(({ title, svg, sentence, how }) => (
          <figure key={title}>
            <figcaption>
              <b>{title}</b> {sentence}
            </figcaption>
            <div dangerouslySetInnerHTML={{ __html: svg }} />
            <HowCounted admin={admin} how={how} say={say} />
          </figure>
        ))}
      </div>
      <table className="mb-whatif__table">
        <thead>
          <tr>
            <th scope="col">{say('主题', 'Topic')}</th>
            <th scope="col">{say('现在', 'Now')}</th>
            <th scope="col">{say('改了以后', 'Then')}</th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr className={topic.now === topic.then ? '' : 'is-changed'} key={topic.name}>
              <th scope="row">{topic.name}</th>
              <td>{topic.now}</td>
              <td>{topic.then}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <b>{reach}</b>
      </p>
      {held && <p>{held}</p>}
      {changes.length ? (
        <ul className="mb-whatif__changes">
          {changes.map(({ kind, title, segment, why }) => (
            <li key={`${kind} ${title} ${segment}`}>
              <b>{kind === 'added' ? say('换上', 'In') : say('换下', 'Out')}</b> {title} → {segment}
              <small>{why}</small>
            </li>
          ))}
          {more > 0 && <li>{say(`还有 ${more} 处变化`, `${more} more changes`)}</li>}
        </ul>
      ) : (
        <p>{say('排出来和现在一样。', 'The plan would be the same.')}</p>
      )}
      {warnings.length > 0 && (
        <ul className="mb-plan__warnings">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
