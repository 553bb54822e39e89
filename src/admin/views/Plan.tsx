import type { AdminViewServerProps } from 'payload'
import { MonthView } from '../plan/MonthView'
import { readMonth } from '../plan/month'
import { mayLetGo } from '../../staff/held'
import { languageOf, sayIn } from '../say'
import { Frame } from './Frame'

/** 排期: every delivery of a month, and what a person has to do about it. */
export async function Plan(view: AdminViewServerProps) {
  const { searchParams } = view
  const { req, permissions } = view.initPageResult
  if (!req.user) return null
  const language = languageOf(req.i18n.language)
  const asked = (name: string) => {
    const value = searchParams?.[name]
    return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined
  }
  const planner = (req.user.roles as string[]).some((role) =>
    ['editor', 'publisher', 'manager', 'admin'].includes(role),
  )
  const chosen = { campaign: asked('campaign'), office: asked('office') }
  const list = { depth: 0, limit: 200, overrideAccess: false, req } as const
  const [month, campaigns, offices] = await Promise.all([
    readMonth(req, { month: asked('month'), ...chosen, planner, boss: mayLetGo(req.user) }, language),
    req.payload.find({ collection: 'campaigns', ...list, sort: '-from', select: { title: true } }),
    req.payload.find({ collection: 'offices', ...list, sort: 'name', select: { name: true } }),
  ])
  return (
    <Frame view={view}>
      <MonthView
        admin={req.payload.config.routes.admin}
        campaigns={campaigns.docs.map(({ id, title }) => ({ id: String(id), name: title }))}
        chosen={chosen}
        language={language}
        mayPlan={Boolean(permissions.collections?.campaigns?.create)}
        month={month}
        offices={offices.docs.map(({ id, name }) => ({ id: String(id), name }))}
        say={sayIn(language)}
      />
    </Frame>
  )
}
