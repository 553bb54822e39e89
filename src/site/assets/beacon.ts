import { uuid } from './uuid'

/** Reports what happened on the page, never to whom: no cookie, no id that outlives the page. */
type Report = { type: string; [key: string]: unknown }

const root = document.documentElement
const query = new URLSearchParams(location.search)
const { beacon, item } = root.dataset
const LATER_MS = 400
let waiting: Report[] = []
let timer = 0

export function report(event: Report): void {
  if (!beacon) return
  const code = (name: string) => {
    const value = query.get(name) || ''
    return /^[\w-]{1,64}$/.test(value) ? value : undefined
  }
  const about = { item, segment: code('s'), channel: code('c'), delivery: code('d'), variety: code('variety') }
  waiting.push({ id: uuid(), at: Date.now(), ...about, ...event })
  if (!timer) timer = window.setTimeout(flush, LATER_MS)
}

function flush(): void {
  clearTimeout(timer)
  timer = 0
  if (!waiting.length || !beacon) return
  const body = JSON.stringify({ v: 1, events: waiting.slice(0, 100) })
  waiting = waiting.slice(100)
  if (navigator.sendBeacon && navigator.sendBeacon(beacon, body)) return
  fetch(beacon, { method: 'POST', body, keepalive: true }).catch(() => undefined)
}
addEventListener('pagehide', flush)
document.addEventListener('visibilitychange', () => document.hidden && flush())
// The film's script is a file of its own and speaks through the document.
document.addEventListener('mingbai', (event) => report((event as CustomEvent<Report>).detail))
