import type { DemandPanelAnswer } from '../../staff/demandPanel'
import type { Say } from '../say'

type Props = { line: DemandPanelAnswer['topics'][number]; href: string; say: Say }

const percent = (share: number) => `${Math.round(share * 100)}%`

/** One topic: its share with the interval, in words and as a bar, and beside it what every source says. */
export function DemandLine({ line, href, say }: Props) {
  const { name, words, share, low, high, equal, sources } = line
  return (
    <li>
      <div>
        <a href={href}>{name}</a> <span>{words}</span>
      </div>
      <div aria-hidden="true" className="mb-demand__bar">
        <i style={{ width: percent(share) }} />
        <b style={{ left: percent(low), width: percent(high - low) }} />
      </div>
      <small>
        {sources
          .map(({ label, count, county, share: own }) =>
            count || !county
              ? say(`${label} ${count} 次，${percent(own)}`, `${label} ${count}, ${percent(own)}`)
              : say(`${label} 全县 ${county} 次，${percent(own)}`, `${label} ${county} in the county, ${percent(own)}`),
          )
          .join(' · ')}
        {' · '}
        {say(`一样算 ${percent(equal)}`, `if alike ${percent(equal)}`)}
      </small>
    </li>
  )
}
