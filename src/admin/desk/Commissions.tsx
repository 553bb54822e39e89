'use client'
import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import type { CommissionAnswer } from '../../staff/commission'
import { Ask } from '../Ask'
import { useStaff } from '../useStaff'

type Row = CommissionAnswer['rows'][number]
type Made = { path: `/${string}`; title: string; isNew: boolean }

/** 该做什么: the next pieces to make, each with why, each one click away from a draft. */
export function Commissions({ manage }: { manage: boolean }) {
  const { call, say, language } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const [list, setList] = useState<CommissionAnswer | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [giving, setGiving] = useState<Row | null>(null)
  const [to, setTo] = useState('')
  const admin = (path: `/${string}`) => formatAdminURL({ adminRoute: config.routes.admin, path })

  const refresh = useCallback(async () => {
    const answer = await call<CommissionAnswer>('/commissions')
    if (answer.ok) setList(answer.body)
    else setFault(answer.error.message)
    // `call` is made anew with every render; the language decides.
  }, [language])
  useEffect(() => void refresh(), [refresh])

  const take = async (row: Row, writer?: string) => {
    setBusy(true)
    const answer = await call<Made>('/commissions', { ...row.wish, ...(writer ? { to: writer } : {}) })
    setBusy(false)
    setGiving(null)
    if (!answer.ok) return void toast.error(answer.error.message)
    if (!writer || writer === list?.me) return router.push(admin(answer.body.path))
    toast.success(
      answer.body.isNew
        ? say('布置下去了。', 'It is assigned.')
        : say('已经有同事在写了。', 'A colleague has it already.'),
    )
    await refresh()
  }
  if (fault) return <p className="mb-desk__empty">{fault}</p>
  if (!list) return null
  const { rows, unknown, colleagues } = list
  const choose = colleagues.length > 1 || (colleagues.length === 1 && colleagues[0]!.id !== list.me)
  return (
    <section aria-label={say('该做什么', 'What to make next')}>
      <h2>
        {say('该做什么', 'What to make next')} {rows.length > 0 && <span className="mb-count">{rows.length}</span>}
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={Object.values(row.wish).join()}>
            <span>{row.title}</span>
            <small>{row.why}</small>
            {colleagues.length > 0 && (
              <button
                className="mb-go"
                disabled={busy}
                onClick={() => {
                  if (!choose) return void take(row)
                  setTo(colleagues[0]!.id)
                  setGiving(row)
                }}
                type="button"
              >
                {choose ? say('布置', 'Assign') : say('我来做', 'I make it')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {(!rows.length || (manage && unknown.length > 0)) && (
        <p>
          {unknown.length
            ? say(`还没有需求数据：${unknown.join('、')}。`, `No demand figures yet: ${unknown.join(', ')}.`)
            : say('还没有人群和主题的需求数据。', 'There are no demand figures yet.')}{' '}
          <a href={admin('/collections/segments')}>{say('去填需求', 'Enter demand')}</a>
        </p>
      )}
      {giving && (
        <Ask
          busy={busy}
          no={say('先不', 'Not now')}
          onNo={() => setGiving(null)}
          onYes={() => void take(giving, to)}
          title={say('布置给谁？', 'Who makes it?')}
          yes={say('布置', 'Assign')}
        >
          <p>{giving.title}</p>
          <label className="mb-field">
            {say('同事', 'Colleague')}
            <select onChange={(event) => setTo(event.target.value)} value={to}>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {id === list.me ? say(`我自己（${name}）`, `Myself (${name})`) : name}
                </option>
              ))}
            </select>
          </label>
        </Ask>
      )}
    </section>
  )
}
