import { Logout } from '@payloadcms/ui'
import { createLocalReq, type PayloadRequest, type ServerProps } from 'payload'
import { readWork } from './desk/work'
import { NavLinks, type NavLink } from './NavLinks'
import { NavShell } from './NavShell'
import { languageOf, sayIn, type Say } from './say'
import { restOf } from './navRest'

type Props = ServerProps & { req?: PayloadRequest }

/** Five words, and everything else folded away under a sixth. */
export async function Nav({ i18n, payload, permissions, user, visibleEntities, ...rest }: Props) {
  if (!payload || !user) return null
  const say = sayIn(languageOf(i18n.language))
  const req = rest.req ?? (await createLocalReq({ user }, payload))
  const work = permissions?.canAccessAdmin ? await readWork(req) : null
  const folded = restOf({ i18n, payload, permissions, visibleEntities })
  return (
    <NavShell>
      <NavLinks
        folded={say('设置与资料', 'Settings and reference')}
        links={fiveWords(say, {
          desk: work?.mine ?? 0,
          review: work?.awaiting.length ?? 0,
          questions: work?.questions ?? 0,
        })}
        rest={folded}
      />
      <div className="nav__controls mb-nav__controls">
        <a href={`${payload.config.routes.admin}/account`}>{String((user as { name?: string }).name ?? '')}</a>
        <Logout />
      </div>
    </NavShell>
  )
}

const fiveWords = (say: Say, counts: { desk: number; review: number; questions: number }): NavLink[] => [
  {
    href: '/admin',
    label: say('工作台', 'Desk'),
    match: [],
    count: counts.review + counts.desk,
    countLabel: say('件等您处理', 'waiting for you'),
  },
  {
    href: '/admin/collections/articles',
    label: say('内容', 'Content'),
    match: ['articles', 'videos', 'tracks', 'subtitles', 'images', 'files'],
    count: counts.review,
    countLabel: say('件待审', 'to review'),
  },
  {
    href: '/admin/plan',
    label: say('排期', 'Plan'),
    match: ['/admin/plan', 'campaigns', 'deliveries', 'channels'],
  },
  {
    href: '/admin/collections/questions',
    label: say('问答', 'Questions'),
    match: ['questions'],
    count: counts.questions,
    countLabel: say('个问题待答复', 'unanswered'),
  },
  { href: '/admin/report', label: say('数据', 'Data'), match: ['/admin/report', 'figures', 'links'] },
]
