import { Webhook } from 'standardwebhooks'
import type { Channel, Outcome, Package } from './contract'
import { postOut } from './outbound'

/**
 * A partner's endpoint, by Standard Webhooks: `webhook-id` is the delivery's code, so a peer that saw it before counts it
 * once; 2xx is taken, 410 means never again, everything else may be tried again where that can help.
 */
export const webhook: Channel = {
  kind: 'webhook',
  automatic: true,
  idempotent: true,
  async deliver(parcel, { now }) {
    const { webhook: peer } = parcel.channel
    if (!peer?.url) return failed('no-address')
    const body = JSON.stringify(message(parcel, now))
    const headers = signed(peer.secret, parcel.code, now, body)
    if (!headers) return failed('bad-secret')
    const answer = await postOut({ url: peer.url, body, headers, allowPrivate: peer.allowPrivate })
    if ('fault' in answer)
      return failed(answer.fault, answer.detail, answer.fault === 'unreachable' || answer.fault === 'timeout')
    const { status } = answer
    if (status >= 200 && status < 300) return { state: 'submitted', externalId: idIn(answer.body) }
    if (status === 410) return { ...failed('gone', '410'), disable: true }
    if (status >= 300 && status < 400) return failed('redirected', String(status))
    return failed('refused', String(status), status >= 500 || status === 408 || status === 425 || status === 429)
  },
}

const failed = (code: Extract<Outcome, { state: 'failed' }>['code'], detail?: string, retry = false) =>
  ({ state: 'failed', code, detail, retry }) as const

function message({ code, item, segment, topic, variety, office, dueAt }: Package, now: Date) {
  return {
    type: 'delivery.submitted',
    timestamp: now.toISOString(),
    data: { delivery: code, dueAt: dueAt.toISOString(), item, segment, topic, variety, office },
  }
}

function signed(secret: string, id: string, now: Date, body: string): Record<string, string> | null {
  try {
    return {
      'content-type': 'application/json',
      'user-agent': 'Mingbai',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    }
  } catch {
    return null // the library refuses an empty secret or one that is not base64
  }
}

function idIn(body: string): string | undefined {
  try {
    const { id } = JSON.parse(body) as { id?: unknown }
    return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : undefined
  } catch {
    return undefined // an answer need not be JSON
  }
}
