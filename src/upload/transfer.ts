import { Upload, type DetailedError } from 'tus-js-client'
import type { Unfinished } from '../staff/uploads'
import { sampled, speedOf, type Sample } from './pace'

/** `waiting` is a broken line: it is tried again by itself. `closing`: all bytes are there, the server looks at them. */
export type State =
  'queued' | 'starting' | 'sending' | 'paused' | 'waiting' | 'closing' | 'done' | 'failed' | 'cancelled'
export type Progress = {
  state: State
  sent: number
  total: number
  speed: number | null
  /** Bytes that an earlier attempt had brought already. */
  kept: number
  document?: string
  fault?: Fault | undefined
}
type Fault = { code: string; message: string }
type Options = {
  file: File
  /** `/api/staff/uploads`, with the base path. */
  endpoint: string
  language: 'zh' | 'en'
  metadata: { purpose: string; note?: string }
  onChange(progress: Progress): void
}
/** `leave` stops without a word; what has arrived stays on the server. */
export type Transfer = { pause(): void; resume(): void; cancel(): void; leave(): void }

const CHUNK = 4 * 1024 * 1024
/** For ever: a line that is down over lunch comes back. */
const RETRIES = [0, 1000, 3000, 5000, ...Array<number>(5000).fill(10_000)]
/** A dead line does not always say so: nothing sent for so long is begun again. */
const STALL_MS = 40_000
const STAY_IN_MS = 10 * 60_000

/** Uploads one file in pieces, over every break of the line. What the server already has of it is not sent again. */
export function transfer({ file, endpoint, language, metadata, onChange }: Options): Transfer {
  let progress: Progress = { state: 'starting', sent: 0, total: file.size, speed: null, kept: 0 }
  let samples: Sample[] = []
  let moved = Date.now()
  const over = () => ['done', 'failed', 'cancelled'].includes(progress.state)
  const change = (more: Partial<Progress>) => {
    if (over()) return
    progress = { ...progress, ...more }
    if (over()) stopWatching()
    onChange(progress)
  }

  const upload = new Upload(file, {
    endpoint,
    headers: { 'accept-language': language, accept: 'application/json' },
    metadata: { filename: file.name, filetype: file.type, modified: String(file.lastModified), ...metadata },
    chunkSize: CHUNK,
    retryDelays: RETRIES,
    storeFingerprintForResuming: false, // the server knows what it has of whom
    onShouldRetry: (error) => {
      const status = error.originalResponse?.getStatus() ?? 0
      const again = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507)
      if (again && progress.state !== 'paused') change({ state: 'waiting', speed: null, fault: toldIn(error) })
      return again
    },
    onProgress: (sent) => {
      moved = Date.now()
      if (progress.state === 'paused') return
      samples = sampled(samples, { at: moved, sent })
      const state = sent < file.size ? 'sending' : 'closing'
      change({ state, sent, speed: speedOf(samples), fault: undefined })
    },
    onSuccess: ({ lastResponse }) =>
      change({ state: 'done', sent: file.size, document: lastResponse.getHeader('Upload-Document') ?? '' }),
    onError: (error) => change({ state: 'failed', fault: faultIn(error, language) }),
  })

  const again = () => {
    samples = []
    moved = Date.now()
    void upload.abort().then(() => progress.state !== 'paused' && !over() && upload.start())
  }
  const online = () => progress.state === 'waiting' && again()
  window.addEventListener('online', online)
  const watch = setInterval(() => {
    if (progress.state === 'sending' && Date.now() - moved > STALL_MS) again()
  }, 5000)
  // A film over a bad line takes longer than a session lasts.
  const signedIn = setInterval(() => void stayIn(endpoint), STAY_IN_MS)
  function stopWatching() {
    clearInterval(signedIn)
    window.removeEventListener('online', online)
    clearInterval(watch)
  }

  onChange(progress)
  void unfinished(endpoint).then((mine) => {
    const begun = mine.find((one) => isOf(one, file) && one.purpose === metadata.purpose)
    if (begun) {
      upload.url = `${endpoint}/${begun.id}`
      change({ kept: begun.offset, sent: begun.offset })
    }
    if (progress.state === 'starting') upload.start()
  })

  return {
    pause: () => {
      change({ state: 'paused', speed: null })
      void upload.abort()
    },
    resume: () => {
      change({ state: 'starting' })
      again()
    },
    leave: () => {
      stopWatching()
      progress = { ...progress, state: 'paused' }
      void upload.abort()
    },
    cancel: () => {
      change({ state: 'cancelled' })
      void upload.abort().then(() => (upload.url ? discard(upload.url) : null))
    },
  }
}

const stayIn = (endpoint: string) =>
  fetch(endpoint.replace(/staff\/uploads$/, 'users/refresh-token'), {
    method: 'POST',
    credentials: 'same-origin',
  }).catch(
    () => null, // no line just now; the next time it may be there
  )

/** What the server has of earlier uploads of this colleague. With no line it is empty, and the upload waits as usual. */
export async function unfinished(endpoint: string): Promise<Unfinished[]> {
  try {
    const answer = await fetch(endpoint, { credentials: 'same-origin', headers: { accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as { uploads: Unfinished[] }).uploads : []
  } catch {
    return [] // no line just now
  }
}

export const isOf = (begun: Unfinished, file: File) =>
  begun.filename === file.name && begun.size === file.size && begun.modified === file.lastModified

/** Takes an upload back. Without a line it stays on the server for a week, then it is swept. */
export const discard = (url: string) =>
  fetch(url, { method: 'DELETE', credentials: 'same-origin', headers: { 'tus-resumable': '1.0.0' } }).catch(() => null)

function faultIn(error: Error | DetailedError, language: 'zh' | 'en'): Fault {
  const message = language === 'en' ? 'The upload did not succeed; try again.' : '没有传成功，请再试一次。'
  return toldIn(error) ?? { code: 'internal', message }
}

/** What our server says is wrong; undefined when nobody or a proxy answered. */
function toldIn(error: Error | DetailedError): Fault | undefined {
  const body = 'originalResponse' in error ? error.originalResponse?.getBody() : undefined
  try {
    return (JSON.parse(body ?? '') as { error: Fault }).error
  } catch {
    return undefined // not one of our answers
  }
}
