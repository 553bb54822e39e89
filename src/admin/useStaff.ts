'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { languageOf, sayIn } from './say'

export type Refusal = { code: string; message: string; details?: { missing?: { label: string; message: string }[] } }
export type Answer<T> = { ok: true; body: T } | { ok: false; error: Refusal }

/** Speaks to `/api/staff/...` in the reader's language. Errors come back as sentences a person can act on. */
export function useStaff() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  const say = sayIn(language)
  const address = (path: `/${string}`) => formatAdminURL({ apiRoute: config.routes.api, path: `/staff${path}` })

  /** GET without a body; POST with one: a file as it is, anything else as JSON. */
  async function call<T>(path: `/${string}`, body?: unknown): Promise<Answer<T>> {
    const file = body instanceof Blob
    const unreachable = say('连不上服务器，请检查网络后再试。', 'The server cannot be reached; try again.')
    try {
      const answer = await fetch(address(path), {
        method: body === undefined ? 'GET' : 'POST',
        credentials: 'same-origin',
        headers: {
          'accept-language': language,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': file ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: file ? body : JSON.stringify(body) }),
      })
      const said: unknown = await answer.json()
      return answer.ok ? { ok: true, body: said as T } : { ok: false, error: (said as { error: Refusal }).error }
    } catch (error) {
      return {
        ok: false,
        error: { code: 'unreachable', message: error instanceof TypeError ? unreachable : String(error) },
      }
    }
  }
  return { call, say, language, address }
}
