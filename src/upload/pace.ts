export type Sample = { at: number; sent: number }

/** How many samples are looked at: long enough to be calm, short enough to follow the line. */
const WINDOW_MS = 20_000

/** The samples that still count, with a new one. Times in milliseconds, sizes in bytes. */
export function sampled(samples: readonly Sample[], now: Sample): Sample[] {
  const before = samples.at(-1)
  // Fewer bytes than before: a piece was lost with the line and is sent again.
  if (before && now.sent < before.sent) return [now]
  return [...samples.filter(({ at }) => at > now.at - WINDOW_MS), now]
}

/** Bytes a second over the last seconds; null until it can be said. */
export function speedOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (!first || !last || last.at - first.at < 1000) return null
  return ((last.sent - first.sent) / (last.at - first.at)) * 1000
}

export type Say = (zh: string, en: string) => string

/** 「12.3 / 40 MB」 */
export const megabytes = (sent: number, total: number) => `${mb(sent)} / ${mb(total)} MB`

const mb = (bytes: number) => {
  const size = bytes / 1_048_576
  return size < 10 ? size.toFixed(1) : String(Math.round(size))
}

export const speedWords = (bytes: number) =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB/s` : `${Math.round(bytes / 1024)} KB/s`

/** How long it takes still, as one says it: seconds are never counted down. */
export function timeLeft(bytes: number, speed: number, say: Say): string {
  if (speed < 1) return ''
  const seconds = bytes / speed
  if (seconds < 60) return say('不到 1 分钟', 'less than a minute')
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return say(`约 ${minutes} 分钟`, `about ${minutes} minutes`)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return say(`约 ${hours} 小时 ${rest} 分钟`, `about ${hours} h ${rest} min`)
}
