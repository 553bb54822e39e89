import type { LearnedPanelAnswer } from '../../staff/learnedPanel'
import type { Say } from '../say'

type Topic = LearnedPanelAnswer['topics'][number]
type Props = { topics: Topic[]; admin: string; say: Say }

const hundredth = (rate: number) => Math.round(rate * 100)
const percent = (rate: number) => `${hundredth(rate)}%`

/** Topic by topic: the middle, where it most likely lies, from how many and when; unfolded, the items it came from. */
export function LearnedTopics({ topics, admin, say }: Props) {
  const tried = topics.filter(({ trials }) => trials > 0)
  const rest = topics.filter(({ trials }) => !trials)
  return (
    <>
      <ol className="mb-demand__topics">
        {tried.map((line) => (
          <li key={line.topic}>
            <div>
              <b>{line.name}</b> <Words line={line} say={say} />
            </div>
            <div aria-hidden="true" className="mb-demand__bar">
              <i style={{ width: percent(line.mean) }} />
              <b style={{ left: percent(line.low), width: percent(line.high - line.low) }} />
            </div>
            <details>
              <summary>
                {say(
                  `打开 ${line.trials} 次，看完 ${line.finished} 次，${line.when}`,
                  `opened ${line.trials} times, finished ${line.finished}, ${line.when}`,
                )}
              </summary>
              <ul>
                {line.items.map(({ item, title, opened, finished }) => (
                  <li key={item}>
                    <a href={`${admin}/collections/${item.replace(':', '/')}`}>{title}</a>{' '}
                    {say(`打开 ${opened} 次，看完 ${finished} 次`, `opened ${opened} times, finished ${finished}`)}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <p className="mb-plan__hint">
          {say('这个人群还没看过，按全县同主题的先排：', 'Not opened by this segment yet; the county stands in: ')}
          {rest
            .map(({ name, mean }) => say(`${name}约 ${hundredth(mean)}`, `${name} about ${hundredth(mean)}`))
            .join(say('、', ', '))}
        </p>
      )}
    </>
  )
}

export const Words = ({ line, say }: { line: Pick<Topic, 'mean' | 'low' | 'high'>; say: Say }) => (
  <span>
    {say(
      `每 100 次约 ${hundredth(line.mean)} 次看完，多半在 ${hundredth(line.low)} 到 ${hundredth(line.high)} 之间`,
      `about ${hundredth(line.mean)} of 100 finish, most likely ${hundredth(line.low)} to ${hundredth(line.high)}`,
    )}
  </span>
)
