import { expect, it } from 'vitest'
import { readEnv } from '../src/env'
import { CodedError } from '../src/lib/errors'

const faultsOf = (source: Record<string, string>): string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(CodedError)
    expect((error as CodedError).code).toBe('env-invalid')
    return (error as CodedError).details!.faults as string[]
  }
}

it('starts with nothing set: SQLite and secrets in var, port 3000', () => {
  const env = readEnv({})
  expect(env).toMatchObject({ PORT: 3000, DATABASE_URL: 'file:var/mingbai.db', DEMO: true, NODE_ENV: 'production' })
  expect(env.PUBLIC_URL).toBe('http://localhost:3000')
})

it('takes an empty value for an absent one, as a compose file writes it', () => {
  expect(readEnv({ PORT: '', BASE_PATH: '', SMTP_URL: '' }).PORT).toBe(3000)
})

it('puts the base path into the public address and ends it without a slash', () => {
  expect(readEnv({ BASE_PATH: '/pufa' }).PUBLIC_URL).toBe('http://localhost:3000/pufa')
  expect(readEnv({ PUBLIC_URL: 'https://pufa.example.cn/' }).PUBLIC_URL).toBe('https://pufa.example.cn')
})

it('lists every fault at once, each with its variable', () => {
  const faults = faultsOf({
    PORT: 'http',
    BASE_PATH: 'pufa/',
    DATABASE_URL: 'postgres://somewhere',
    SITE_TIMEZONE: 'Mars/Olympus',
    UPLOAD_MAX_MB: '0',
    ROLE: 'boss',
    PAYLOAD_SECRET: 'short',
  })
  const named = faults.map((fault) => fault.split(':')[0])
  expect(named.sort()).toEqual(
    ['BASE_PATH', 'DATABASE_URL', 'PAYLOAD_SECRET', 'PORT', 'ROLE', 'SITE_TIMEZONE', 'UPLOAD_MAX_MB'].sort(),
  )
})

it('asks for a secret where several machines share one MongoDB', () => {
  expect(faultsOf({ DATABASE_URL: 'mongodb://db/mingbai' })).toEqual([expect.stringMatching(/^PAYLOAD_SECRET/)])
  expect(faultsOf({ DATABASE_URL: 'mongodb://db/mingbai', PAYLOAD_SECRET: 'x'.repeat(32) })).toEqual([])
})
