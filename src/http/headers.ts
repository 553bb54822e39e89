import helmet, { type HelmetOptions } from 'helmet'
import { randomBytes } from 'node:crypto'
import type { Env } from '../env'

type Headers = Record<string, string>

/**
 * What every answer carries. `forResidents` is constant, also for pages that a cache answers before the router:
 * scripts are files of our own, nothing is inline. `forStaff` has a fresh nonce each time: Next writes inline scripts.
 */
export function securityHeaders(env: Pick<Env, 'PUBLIC_URL'>) {
  const secure = env.PUBLIC_URL.startsWith('https:')
  const common: HelmetOptions = {
    // County hosts are often plain http: nothing here may need a secure context.
    strictTransportSecurity: secure ? { maxAge: 180 * 86_400, includeSubDomains: false } : false,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    contentSecurityPolicy: false,
  }
  // Partners show our pictures and films.
  const forResidents = computed({ ...common, crossOriginResourcePolicy: { policy: 'cross-origin' } })
  const forStaff = computed({ ...common, crossOriginResourcePolicy: { policy: 'same-origin' } })
  return {
    forResidents: { ...forResidents, 'content-security-policy': policy("'self'", "style-src 'self' 'unsafe-inline'") },
    forStaff: (): Headers => {
      const nonce = randomBytes(16).toString('base64')
      const scripts = `'self' 'nonce-${nonce}'`
      return {
        ...forStaff,
        'content-security-policy': policy(scripts, "style-src 'self' 'unsafe-inline'"),
      }
    },
  }
}

const policy = (scripts: string, styles: string) =>
  [
    "default-src 'self'",
    `script-src ${scripts}`,
    styles,
    "img-src 'self' data: blob:",
    "media-src 'self' blob: data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'self'",
    "object-src 'none'",
  ].join('; ')

/** Helmet as a function: the headers it would set. */
function computed(options: HelmetOptions): Headers {
  const headers: Headers = {}
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  }
  helmet(options)({} as never, answer as never, () => undefined)
  return headers
}
