'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { Panel } from '../../staff/campaignPanel'
import { useStaff } from '../useStaff'

type Gap = Panel['gaps'][number]

/** Places of a series that nothing fills: a draft for it is one click away. */
export function Gaps({ gaps, mayWrite }: { gaps: Gap[]; mayWrite: boolean }) {
  const { call, say } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const write = async ({ wish }: Gap) => {
    setBusy(true)
    const made = await call<{ path: `/${string}` }>('/commissions', wish)
    setBusy(false)
    if (!made.ok) return void toast.error(made.error.message)
    router.push(formatAdminURL({ adminRoute: config.routes.admin, path: made.body.path }))
  }
  if (!gaps.length) return null
  return (
    <ul className="mb-plan__warnings">
      {gaps.map((gap) => (
        <li key={gap.words}>
          {gap.words}{' '}
          {mayWrite && (
            <button className="mb-go" disabled={busy} onClick={() => void write(gap)} type="button">
              {say('写一篇', 'Write one')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
