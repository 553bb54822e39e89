import type { PayloadRequest } from 'payload'
import { idOf } from '../../../collections/access'
import { mediaStepLabels } from '../../../media/lifecycle'
import { errorCodes, type ErrorCode } from '../../lib/errorCodes'
import type { Label } from '../../lib/labels'

export type FilmLine = { href: string; title: string; failed: boolean; words: Label; percent: number | null }

/** Films that are being made or that failed, one line a film. */
export async function readFilms(req: PayloadRequest, scope: string[]): Promise<FilmLine[]> {
  const { docs } = await req.payload.find({
    ...{ collection: 'media-steps', where: { state: { in: ['running', 'waiting', 'failed'] } } },
    ...{ depth: 1, limit: 60, sort: '-createdAt', req, overrideAccess: false },
  })
  const lines = new Map<string, FilmLine>()
  for (const step of docs) {
    const film = step.video
    if (!film || typeof film !== 'object' || !scope.includes(idOf(film.office) ?? '')) continue
    const known = lines.get(film.id)
    if (known?.failed || (known && step.state === 'waiting')) continue
    lines.set(film.id, {
      href: `/admin/collections/videos/${film.id}`,
      title: film.title,
      failed: step.state === 'failed',
      words: step.state === 'failed' ? faultWords(step.error) : mediaStepLabels[step.step],
      percent: step.state === 'running' ? Math.round(step.percent ?? 0) : null,
    })
  }
  return [...lines.values()]
}

function faultWords(error: unknown): Label {
  const code = (error as { code?: string } | null)?.code
  const known = code && code in errorCodes ? errorCodes[code as ErrorCode] : errorCodes['media-failed']
  return { zh: known.zh, en: known.en }
}
