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

  async function call<T>(path: `/${string}`, json?: unknown): Promise<Answer<T>> {
    const unreachable = say('连不上服务器，请检查网络后再试。', 'The server cannot be reached; try again.')
    try {
      const answer = await fetch(address(path), {
        method: json === undefined ? 'GET' : 'POST',
        credentials: 'same-origin',
        headers: {
          'accept-language': language,
          accept: 'application/json',
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      })
      const body: unknown = await answer.json()
      return answer.ok ? { ok: true, body: body as T } : { ok: false, error: (body as { error: Refusal }).error }
    } catch (error) {
      return {
        ok: false,
        error: { code: 'unreachable', message: error instanceof TypeError ? unreachable : String(error) },
      }
    }
  }
  return { call, say, language, address }
}
