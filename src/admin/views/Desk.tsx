import type { AdminViewServerProps } from 'payload'
import { runtime } from '../../runtime'
import { DeskPanels } from '../desk/DeskPanels'
import { readWork } from '../desk/work'
import { languageOf } from '../say'

/** What to do now, inside Payload's own frame of the start page. Every panel ends in an action; with nothing to do it says how to begin. */
export async function Desk({ initPageResult }: AdminViewServerProps) {
  const { req, permissions } = initPageResult
  const work = await readWork(req)
  if (!req.user || !work) return null
  const language = languageOf(req.i18n.language)
  const may = {
    write: Boolean(permissions.collections?.articles?.create),
    film: Boolean(permissions.collections?.videos?.create),
    colleagues: Boolean(permissions.collections?.users?.create),
    manage: (req.user.roles as string[]).some((role) => role === 'manager' || role === 'publisher'),
  }
  return (
    <DeskPanels
      language={language}
      may={may}
      shoot={`${runtime().env.BASE_PATH}/api/staff/shoot`}
      name={String(req.user.name ?? '')}
      work={work}
    />
  )
}
