'use client'
import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { formatAdminURL } from 'payload/shared'
import { useCallback, useEffect, useState } from 'react'
import type { Lending as Answer } from '../staff/lendingOf'
import { Ask } from './Ask'
import { useStaff } from './useStaff'

/** In an article or a film: who borrowed it and how often it went out there; in a borrowed one, where it came from. */
export function Lending() {
  const { id, collectionSlug } = useDocumentInfo()
  const { call, say, language } = useStaff()
  const { config } = useConfig()
  const router = useRouter()
  const [lending, setLending] = useState<Answer | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const admin = (path: `/${string}`) => formatAdminURL({ adminRoute: config.routes.admin, path })
  const place = id ? (`/loans/of/${collectionSlug}/${id}` as const) : null
  const refresh = useCallback(async () => {
    const answer = place && (await call<Answer>(place))
    if (answer && answer.ok) setLending(answer.body)
    // `call` is made anew with every render; the place decides.
  }, [place, language])
  useEffect(() => void refresh(), [refresh])
  if (!lending || (!lending.lent.length && !lending.borrowed)) return null

  const { lent, deliveries, borrowed } = lending
  const act = async (verb: 'return' | 'seen') => {
    setBusy(true)
    const answer = await call(`/loans/${borrowed!.loan}/${verb}`, {})
    setBusy(false)
    setAsking(false)
    if (!answer.ok) return void toast.error(answer.error.message, { duration: 12_000 })
    if (verb === 'seen') return refresh()
    toast.success(say('还了。', 'Given back.'))
    if (collectionSlug === 'articles') router.push(admin('/'))
    else await refresh()
  }
  return (
    <section aria-label={say('借用', 'Lending')} className="mb-film mb-lending">
      {lent.length > 0 && !borrowed && (
        <>
          <p>
            <b>
              {say(
                `被 ${lent.length} 个所借用，投放 ${deliveries} 次`,
                `Borrowed by ${lent.length} offices, delivered ${deliveries} times`,
              )}
            </b>
          </p>
          <ul>
            {lent.map((one) => (
              <li key={one.office}>
                {one.office}
                {one.variety ? say(`，配${one.variety}`, `, in ${one.variety}`) : ''}
                {say(`，投放 ${one.deliveries} 次`, `, ${one.deliveries} deliveries`)}
              </li>
            ))}
          </ul>
        </>
      )}
      {borrowed && (
        <>
          <p>
            {say('借自', 'Borrowed from')} <b>{borrowed.office}</b>{' '}
            {borrowed.original.title && collectionSlug === 'articles' && (
              <Link href={admin(borrowed.original.path as `/${string}`)} prefetch={false}>
                {say(`《${borrowed.original.title}》`, `“${borrowed.original.title}”`)}
              </Link>
            )}
          </p>
          {collectionSlug === 'videos' && borrowed.mine && (
            <p>
              {say(
                '片子是他们的，这里不能改。往下到“配音”和“字幕”，加上本所要的语种；投放和自己的片子一样。',
                'The film is theirs and cannot be changed here. Under “Spoken tracks” and “Subtitles” below, add the varieties your office needs; it is delivered like one of your own.',
              )}
            </p>
          )}
          {borrowed.original.state === 'changed' && (
            <p className="mb-film__fault" role="status">
              {say(
                '原文后来改过，请对照看看要不要跟着改。',
                'The original has changed; see whether yours should follow.',
              )}{' '}
              {borrowed.mine && (
                <button className="mb-film__again" disabled={busy} onClick={() => void act('seen')} type="button">
                  {say('看过了', 'I have seen it')}
                </button>
              )}
            </p>
          )}
          {borrowed.original.state === 'withdrawn' && (
            <p className="mb-film__fault" role="status">
              {say('原文已经撤下，请核对还能不能用。', 'The original was taken down; check whether yours may stay.')}
            </p>
          )}
          {borrowed.mine && borrowed.mayReturn === null && (
            <button className="mb-film__again" disabled={busy} onClick={() => setAsking(true)} type="button">
              {say('还给他们', 'Give it back')}
            </button>
          )}
        </>
      )}
      {asking && (
        <Ask
          busy={busy}
          danger
          no={say('先不', 'Not now')}
          onNo={() => setAsking(false)}
          onYes={() => void act('return')}
          title={say('还给他们？', 'Give it back?')}
          yes={say('还', 'Give back')}
        >
          <p>
            {collectionSlug === 'articles'
              ? say('这篇草稿会一起删掉，找不回来。', 'This draft is deleted with it and cannot be brought back.')
              : say('以后要用可以再借。', 'It can be borrowed again later.')}
          </p>
        </Ask>
      )}
    </section>
  )
}
