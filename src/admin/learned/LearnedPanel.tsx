'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { LearnedPanelAnswer } from '../../staff/learnedPanel'
import { useAnswer } from '../useAnswer'
import { useStaff } from '../useStaff'
import { LearnedDoors } from './LearnedDoors'
import { LearnedTopics } from './LearnedTopics'

/** On a segment's page: what was learned of what its people finish, and of when and where they open what is sent. */
export function LearnedPanel() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { say } = useStaff()
  const { answer: panel, fault } = useAnswer<LearnedPanelAnswer>(id ? `/learned/${id}` : null)
  if (!id) return null
  const { admin } = config.routes
  return (
    <section aria-labelledby="learned-what" className="mb-demand mb-learned" id="learned">
      <h3 id="learned-what">{say('学到了什么', 'What was learned')}</h3>
      {!panel && <p className="mb-plan__hint">{fault || say('正在读取……', 'Loading…')}</p>}
      {panel && (
        <>
          <p>
            {panel.tried
              ? say(
                  '打开的人里有多少看完，每次排期前照最新的数重算；越早的数算得越轻。',
                  'How many of those who open finish: worked out anew before every plan, older weeks counting less.',
                )
              : say(
                  '还没有人看过，按全县的平均先排。',
                  'Nobody has opened anything yet: plans start from the county.',
                )}{' '}
            {panel.explore > 0 &&
              say(
                `每 ${Math.round(1 / panel.explore)} 条里留 1 条随机试。`,
                `1 of ${Math.round(1 / panel.explore)} is a try by chance. `,
              )}
            <a href={`${admin}/globals/demand-weights`}>{say('改份额', 'Change')}</a>
          </p>
          {panel.tried && <LearnedTopics admin={admin} say={say} topics={panel.topics} />}
          <LearnedDoors admin={admin} panel={panel} say={say} />
        </>
      )}
    </section>
  )
}
