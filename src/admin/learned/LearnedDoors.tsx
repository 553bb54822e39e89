import type { LearnedPanelAnswer } from '../../staff/learnedPanel'
import type { Say } from '../say'
import { Words } from './LearnedTopics'

type Props = { panel: LearnedPanelAnswer; admin: string; say: Say }

/** Openings of a send by door and hour; below, the platforms that only figures tell of, each by itself. */
export function LearnedDoors({ panel: { segment, channels, blocks, platforms }, admin, say }: Props) {
  const sent = (channel: string) => {
    const query = new URLSearchParams({ 'where[and][0][segment][equals]': segment })
    query.set('where[and][1][channel][equals]', channel)
    return `${admin}/collections/deliveries?${query.toString()}`
  }
  const figures = (channel: string) =>
    `${admin}/collections/figures?${new URLSearchParams({ 'where[and][0][delivery.channel][equals]': channel }).toString()}`
  return (
    <>
      {channels.length > 0 && (
        <div className="mb-learned__table">
          <table>
            <caption>{say('发一次平均有多少次打开（发过几次）', 'Openings of a send on average (sends)')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('渠道', 'Channel')}</th>
                {blocks.map((block) => (
                  <th key={block} scope="col">
                    {say(`${block} 点`, block)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {channels.map(({ channel, name, blocks: cells }) => (
                <tr key={channel}>
                  <th scope="row">
                    <a href={sent(channel)}>{name}</a>
                  </th>
                  {blocks.map((block) => (
                    <td key={block}>
                      {cells[block] ? (
                        <>
                          {cells[block].opened} <small>({cells[block].sends})</small>
                        </>
                      ) : (
                        '·'
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {platforms.map(({ channel, name, topics, hours }) => (
        <div key={channel}>
          <p>
            <b>{name}</b>{' '}
            {say('（从平台抄来的数，单独学，不并入上面）', '(figures copied from the platform; learned apart)')}{' '}
            <a href={figures(channel)}>{say('看这些数', 'The figures')}</a>
          </p>
          <ul className="mb-learned__list">
            {topics.map((line) => (
              <li key={line.topic}>
                {line.name} <Words line={line} say={say} />{' '}
                <small>
                  {say(`按 ${line.trials} 次播放算，${line.when}`, `counted as ${line.trials} plays, ${line.when}`)}
                </small>
              </li>
            ))}
            {hours.map(({ block, plays, sends }) => (
              <li key={block}>
                {say(`${block} 点发一次平均 ${plays} 次播放`, `sent at ${block}: ${plays} plays on average`)}{' '}
                <small>{say(`发过 ${sends} 次`, `${sends} sends`)}</small>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
