'use client'
import { useConfig } from '@payloadcms/ui'
import type { Panel } from '../../staff/campaignPanel'
import type { Say } from '../say'
import { signalsAddress } from '../signals/address'

const MOST = 6
const percent = (share: number) => `${Math.round(share * 100)}%`

/** The numbers this plan was made from, by segment; each leads to the rows it came from. */
export function DemandFrom({ demand, say }: { demand: Panel['demand']; say: Say }) {
  const { config } = useConfig()
  const { admin } = config.routes
  if (!demand.length) return null
  const origin = {
    signals: say('按群众来问、来填、来报的数算的', 'pooled from what people asked for'),
    demand: say('按画像里估计的需求', 'from the estimate in the portrait'),
    campaign: say('按本次活动定的配比', 'from the shares of this campaign'),
    wish: say('按给这个所或人群定的占比', 'from the shares set for this office or segment'),
    even: say('没有需求数据，各主题一样多', 'no figures: all topics alike'),
  }
  return (
    <details className="mb-plan__left">
      <summary>{say('需求从哪儿来', 'Where demand comes from')}</summary>
      <ul>
        {demand.map(({ id, segment, source, sources }) => (
          <li key={id}>
            <span>
              <a href={`${admin}/collections/segments/${id}#demand`}>{segment}</a> {origin[source]}
            </span>
            <small>
              {[...sources]
                .sort((a, b) => b.share - a.share)
                .slice(0, MOST)
                .map((row, n) => (
                  <span key={row.id}>
                    {n > 0 && ' · '}
                    {row.counts ? (
                      <a href={signalsAddress(admin, id, row.id)}>
                        {row.topic} {percent(row.share)}
                        {row.low !== undefined &&
                          row.high !== undefined &&
                          `（${percent(row.low)}–${percent(row.high)}）`}
                      </a>
                    ) : (
                      <>
                        {row.topic} {percent(row.share)}
                        {row.source && `（${row.source}${row.date ? `，${row.date.slice(0, 10)}` : ''}）`}
                      </>
                    )}
                  </span>
                ))}
            </small>
          </li>
        ))}
      </ul>
    </details>
  )
}
