import pino, { type Logger } from 'pino'

export type Log = Logger

/** One logger for the process. Bodies, cookies and addresses of residents are never logged. */
export function createLog(level: string): Log {
  return pino({ level, base: null, redact: ['req.headers.cookie', 'req.headers.authorization', 'password'] })
}
