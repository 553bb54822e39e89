import type { AdminViewServerProps } from 'payload'
import { makeReport } from '../../analytics/report'
import { runtime } from '../../runtime'
import { periodSchema, readFacts } from '../../staff/reportFacts'
import { ReportPage } from '../report/ReportPage'
import { languageOf } from '../say'
import { Frame } from './Frame'

/** 数据: what happened, for a manager with a phone. The same numbers as `GET /api/staff/report`. */
export async function Report(view: AdminViewServerProps) {
  const { searchParams } = view
  const { req, permissions } = view.initPageResult
  if (!req.user) return null
  const { env } = runtime()
  const asked = periodSchema.safeParse(given(searchParams))
  const period = asked.success ? asked.data : {}
  const { docs: offices } = await req.payload.find({ collection: 'offices', pagination: false, depth: 0, sort: 'name' })
  const known = offices.some(({ id }) => id === period.office) ? period : { ...period, office: undefined }
  const facts = await readFacts(runtime(), known)
  const { from, to } = facts.span
  const query = new URLSearchParams({ from, to, ...(known.office ? { office: known.office } : {}) })
  return (
    <Frame view={view}>
      <ReportPage
        admin={`${env.BASE_PATH}/admin`}
        language={languageOf(req.i18n.language)}
        mayPlan={Boolean(permissions.collections?.campaigns?.create)}
        picker={{
          action: `${env.BASE_PATH}/admin/report`,
          json: `${env.BASE_PATH}/api/staff/report?${query.toString()}`,
          weeks: known.weeks ?? 8,
          office: known.office ?? '',
          offices: offices.map(({ id, name }) => ({ id, name })),
        }}
        report={makeReport(facts)}
      />
    </Frame>
  )
}

/** Only what was filled in: the form sends an empty office for the whole county. */
const given = (searchParams: AdminViewServerProps['searchParams']) =>
  Object.fromEntries(Object.entries(searchParams ?? {}).filter(([, value]) => typeof value === 'string' && value))
