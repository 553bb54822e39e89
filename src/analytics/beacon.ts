import { isbot } from 'isbot'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import type { Clock } from '../lib/clock'
import type { ErrorCode } from '../lib/errorCodes'
import { CodedError, errorBody } from '../lib/errors'
import type { Log } from '../lib/log'
import { arrive } from './arrival'
import { clientAddress, readBody } from './body'
import { dayIn } from './day'
import { parseEvents } from './event'
import { createCatalogue } from './items'
import { personOf } from './person'
import { rateLimit } from './rate'
import { hourOf } from './stored'
import type { EventStore } from './store/contract'

type Options = {
  env: { TRUST_PROXY: number; SITE_TIMEZONE: string }
  payload: Payload
  events: EventStore
  epoch: { value(): number }
  clock: Clock
  log: Log
}

const MOST_AGENTS = 5_000

/**
 * `POST /e`, a plain node handler in front of Express (a third of the CPU). 204 means: every event of the request is
 * durable and will be counted exactly once. One malformed event and nothing is stored.
 */
export function beacon({ env, payload, events, epoch, clock, log }: Options) {
  const catalogue = createCatalogue(payload)
  const allowed = rateLimit(clock)
  const dayOf = dayIn(env.SITE_TIMEZONE)
  const bots = new Map<string, boolean>()
  let today: { day: string; secret: Promise<string> } | undefined

  const secretOf = (now: number) => {
    const day = dayOf(hourOf(now))
    if (today?.day !== day) {
      const asked = events.secret(day)
      today = { day, secret: asked }
      asked.catch(() => (today = undefined))
    }
    return today.secret
  }
  /** The pattern of bots is long and agents are few: each is looked at once. */
  const isBot = (agent: string) => {
    let answer = bots.get(agent)
    if (answer === undefined) {
      if (bots.size >= MOST_AGENTS) bots.clear()
      bots.set(agent, (answer = !agent || isbot(agent)))
    }
    return answer
  }

  async function take(req: IncomingMessage): Promise<void> {
    const now = clock.now().getTime()
    const address = clientAddress(req, env.TRUST_PROXY)
    if (!allowed(address)) throw new CodedError('too-many-requests')
    const parsed = parseEvents(await readBody(req))
    if ('faults' in parsed) throw new CodedError('bad-request', undefined, { faults: parsed.faults.slice(0, 100) })
    await catalogue.refresh(epoch.value())
    const agent = req.headers['user-agent'] ?? ''
    const person = personOf(await secretOf(now), address, agent)
    const arrival = { ...catalogue, now, bot: isBot(agent), person }
    await events.add(parsed.events.map((event) => arrive(event, arrival)))
  }

  return (req: IncomingMessage, res: ServerResponse): void => {
    if (req.method !== 'POST') return refuse(res, new CodedError('method-not-allowed'), { allow: 'POST' })
    take(req).then(
      () => {
        res.writeHead(204)
        res.end()
      },
      (error: unknown) => {
        if (!(error instanceof CodedError)) log.error({ err: error }, 'beacon')
        refuse(res, error instanceof CodedError ? error : new CodedError('unavailable'), {})
      },
    )
  }
}

const LATER = new Set<ErrorCode>(['too-many-requests', 'unavailable'])

function refuse(res: ServerResponse, error: CodedError, headers: Record<string, string>): void {
  if (res.headersSent || res.destroyed) return
  res.writeHead(error.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(LATER.has(error.code) ? { 'retry-after': '10' } : {}),
    ...(error.code === 'too-large' ? { connection: 'close' } : {}),
    ...headers,
  })
  res.end(JSON.stringify(errorBody(error)))
}
