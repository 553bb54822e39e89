'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useState } from 'react'
import { useStaff } from '../useStaff'

type Props = { label: string; main?: boolean; wish: { topics?: string[]; segments?: string[] } }

/** Makes the campaign that the sentence above asks for, and goes there: one more click plans it. */
export function DraftButton({ label, main, wish }: Props) {
  const { call } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const draft = async () => {
    setBusy(true)
    const answer = await call<{ path: `/${string}` }>('/campaigns/draft', wish)
    if (answer.ok) return router.push(formatAdminURL({ adminRoute: config.routes.admin, path: answer.body.path }))
    setBusy(false)
    toast.error(answer.error.message)
  }
  return (
    <button
      className={main ? 'mb-button mb-button--main' : 'mb-button'}
      disabled={busy}
      onClick={() => void draft()}
      type="button"
    >
      {label}
    </button>
  )
}
