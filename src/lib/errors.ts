import { errorCodes, type ErrorCode } from './errorCodes'

/** The one error class. `code` is stable for machines; the public wording and status stand in `errorCodes`. */
export class CodedError extends Error {
  readonly status: number
  constructor(
    readonly code: ErrorCode,
    message?: string,
    readonly details?: Record<string, unknown>,
    options?: { cause?: unknown },
  ) {
    super(message ?? errorCodes[code].zh, options)
    this.name = 'CodedError'
    this.status = errorCodes[code].status
  }
}

/** What a machine reads: `{"error":{code,message,details?}}`. Unknown errors never show their inside. */
export function errorBody(error: unknown, language: 'zh' | 'en' = 'zh') {
  const coded = error instanceof CodedError ? error : new CodedError('internal')
  const { code, details } = coded
  const words = errorCodes[code][language]
  // A CodedError may carry a more exact sentence than the table; it is written for people.
  const message = coded.message === errorCodes[code].zh ? words : coded.message
  return { error: { code, message, ...(details ? { details } : {}) } }
}
