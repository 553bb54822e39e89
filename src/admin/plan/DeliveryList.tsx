'use client'
import { useConfig } from '@payloadcms/ui'
import type { Panel, PanelDelivery } from '../../staff/campaignPanel'
import { useStaff } from '../useStaff'
import { DeliveryActions } from './DeliveryActions'
import { Held } from './Held'

type Props = { days: Panel['days']; approved: boolean; onDone: () => void }

/** The deliveries day by day, each with its reason in words and what a person may do with it. */
export function DeliveryList({ days, approved, onDone }: Props) {
  const { config } = useConfig()
  const { say, language } = useStaff()
  if (!days.length) return null
  const href = ({ item }: PanelDelivery) => `${config.routes.admin}/collections/${item.replace(':', '/')}`
  return (
    <div className="mb-plan__days">
      <h3>{say('投放安排', 'Deliveries')}</h3>
      {days.map(({ day, deliveries }) => (
        <section key={day}>
          <h4>{day}</h4>
          <ul>
            {deliveries.map((delivery) => (
              <li className={`is-${delivery.status}`} key={delivery.id}>
                <time dateTime={delivery.at}>{delivery.time}</time>
                <div>
                  <a href={href(delivery)}>{delivery.title}</a>
                  {delivery.pinned && (
                    <b className="mb-plan__pin">{say('已钉住，重新排也不动', 'Pinned: planning again leaves it')}</b>
                  )}
                  <span className="mb-plan__to">
                    {delivery.topic} → {delivery.segment} · {delivery.channel}
                    {delivery.variety ? ` · ${delivery.variety}` : ''}
                  </span>
                  <small>{delivery.why.join('；')}</small>
                  {delivery.learned.words.length > 0 && (
                    <small>
                      {delivery.learned.words.join('；')}{' '}
                      <a href={`${config.routes.admin}/collections/segments/${delivery.learned.segment}#learned`}>
                        {say('看从哪儿来', 'Where from')}
                      </a>
                    </small>
                  )}
                  <Held delivery={delivery} language={language} />
                  {delivery.error && <strong className="mb-plan__fault">{delivery.error}</strong>}
                </div>
                <span className="mb-plan__status">{delivery.statusWords}</span>
                <DeliveryActions approved={approved} delivery={delivery} onDone={onDone} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
