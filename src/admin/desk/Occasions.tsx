'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import type { OccasionAnswer } from '../../staff/occasions'
import { useAnswer } from '../useAnswer'
import { useStaff } from '../useStaff'

type Row = OccasionAnswer['rows'][number]

/** 快到的法治节点: what is near, whether there is anything to send then, and one click to begin what is missing. */
export function Occasions() {
  const { call, say } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const { answer } = useAnswer<OccasionAnswer>('/occasions')
  const [busy, setBusy] = useState(false)
  const admin = (path: `/${string}`) => formatAdminURL({ adminRoute: config.routes.admin, path })

  const take = async ({ piece }: Row) => {
    setBusy(true)
    const made = await call<{ path: `/${string}` }>('/commissions', piece!.wish)
    setBusy(false)
    if (!made.ok) return void toast.error(made.error.message)
    router.push(admin(made.body.path))
  }
  if (!answer?.rows.length) return null
  return (
    <section aria-label={say('快到的法治节点', 'Law weeks ahead')}>
      <h2>
        {say('快到的法治节点', 'Law weeks ahead')} <span className="mb-count">{answer.rows.length}</span>
      </h2>
      <ul>
        {answer.rows.map((row) => (
          <li key={`${row.id} ${row.when}`}>
            <a href={admin(`/collections/occasions/${row.id}`)}>{row.words}</a>
            <small>{[row.when, row.piece?.title].filter(Boolean).join(' · ')}</small>
            {row.lack > 0 && row.piece && answer.writes ? (
              <button className="mb-go" disabled={busy} onClick={() => void take(row)} type="button">
                {say('我来做', 'I make it')}
              </button>
            ) : row.lack > 0 ? (
              <a className="mb-go" href={admin('/collections/articles/create')}>
                {say('去写一篇', 'Write one')}
              </a>
            ) : (
              <a className="mb-go" href={admin(`/plan?month=${row.month}`)}>
                {say('看排期', 'See the plan')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
