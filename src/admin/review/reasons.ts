import { errorCodes, type ErrorCode } from '../../lib/errorCodes'
import type { Language } from '../say'

/** Why a button is off, in words. */
export const reasonWords = (code: string | null, language: Language): string =>
  code && code in errorCodes ? errorCodes[code as ErrorCode][language] : ''

/** `11月22日 21:30`, in the reader's own time zone: staff sit in the county. */
export function when(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
}
