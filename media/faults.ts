import { CodedError } from '../src/lib/errors'
import { FfmpegError } from './ffmpeg'
import type { MediaStep } from './lifecycle'
import type { MediaFault } from './status'

/** Steps in which ffmpeg reads what somebody uploaded: when it refuses, the upload is to blame. */
const readsUpload: readonly MediaStep[] = ['encode', 'audio', 'poster']

/** The fault no further try will mend, or undefined when it may be ours and passing. Pure. */
export function faultOf(error: unknown, step: MediaStep): MediaFault | undefined {
  if (error instanceof CodedError) return { code: error.code, ...error.details }
  const text = `${said(error)} ${String(error)}`
  if (/No space left|ENOSPC|EDQUOT|Disk quota/i.test(text)) return { code: 'media-disk-full' }
  if (!(error instanceof FfmpegError)) return undefined
  if (error.limit === 'disk') return { code: 'media-disk-full' }
  if (error.limit) return { code: 'media-limit', limit: error.limit }
  // A number is a refusal; a signal may be the system's and is worth another try.
  return /exited with code/.test(error.message) && readsUpload.includes(step) ? { code: 'media-broken' } : undefined
}

/** The end of what ffmpeg said, for the log. */
export const said = (error: unknown) => (error instanceof FfmpegError ? error.output.slice(-2000) : '')
