import { expect, it } from 'vitest'
import { blankSearches } from '../../src/analytics/questions/blankSearches'
import { spreadOfPlays, weakestFilm, type FilmResult } from '../../src/analytics/questions/films'
import { mixDelivered } from '../../src/analytics/questions/mixDelivered'
import { trend } from '../../src/analytics/questions/trend'
import { wilson } from '../../src/analytics/wilson'
import { wallClock } from '../../src/lib/zone'
import { pastDeliveries } from '../../src/seed/pastDeliveries'
import { engagementFor } from '../../src/seed/residents'

/** The worked example of the field report: 65 % marriage, 12 % fraud and consumer rights; golden value of the mismatch. */
const slugs = [
  'marriage-family',
  'telecom-fraud',
  'consumer-rights',
  'labour-wages',
  'land',
  'neighbours',
  'minors',
  'business',
]
const sent = [65, 7, 5, 8, 5, 4, 3, 3]
const wanted = [0.14, 0.26, 0.18, 0.14, 0.1, 0.08, 0.06, 0.04]
const topics = slugs.map((slug, t) => ({ id: slug, slug, name: slug, nameEn: slug, wanted: wanted[t]! }))
const hundred = (day: string) =>
  sent.flatMap((n, t) =>
    Array.from({ length: n }, (_, k) => ({ topic: slugs[t]!, itemKey: `articles:${t}-${k % 3}`, day, office: '' })),
  )

it('gives the mismatch of the worked example: 51 of 100', () => {
  expect(mixDelivered(hundred('2026-11-01'), topics).mismatch).toBeCloseTo(0.51, 10)
})

it('gives counts and no percentage under ten different items', () => {
  const one = hundred('2026-11-01').map((delivery) => ({ ...delivery, itemKey: `${delivery.topic}` }))
  expect(mixDelivered(one, topics)).toMatchObject({ total: 100, distinct: 8, enough: false, mismatch: null })
})

it('gives the Wilson intervals of the reference', () => {
  const rounded = (k: number, n: number) =>
    [wilson(k, n)!.low, wilson(k, n)!.high].map((x) => Math.round(x * 1000) / 10)
  expect(rounded(46, 65)).toEqual([58.8, 80.4])
  expect(rounded(8, 10)).toEqual([49, 94.3])
  expect(rounded(0, 10)).toEqual([0, 27.8])
  expect(wilson(0, 0)).toBeNull()
})

const film = (title: string, starts: number, plays: number, completions: number): FilmResult => ({
  ...{ key: title, id: title, title, starts, plays, completions },
  completion: wilson(completions, starts),
})

it('names the film nobody opened first, then the one residents leave, then the one played least', () => {
  const good = film('good', 400, 300, 200)
  const left = film('left', 400, 200, 40)
  const chance = film('chance', 3, 3, 0)
  expect(weakestFilm([])).toBeNull()
  expect(weakestFilm([good, left, film('unseen', 0, 0, 0)])).toMatchObject({
    film: { id: 'unseen' },
    why: 'not-started',
  })
  expect(weakestFilm([good, left, chance])).toMatchObject({ film: { id: 'left' }, why: 'left-early' })
  expect(weakestFilm([chance])).toMatchObject({ film: { id: 'chance' }, why: 'few-plays' })
})

it('gives median and ninetieth percentile of plays', () => {
  const films = [10, 20, 30, 3_000].map((plays) => film(String(plays), plays, plays, 0))
  expect(spreadOfPlays(films)).toEqual({ films: 4, median: 25, p90: 3_000, few: 3 })
  expect(spreadOfPlays([])).toBeNull()
})

it('does not show what only one or two people searched for', () => {
  const term = (q: string, blanks: number) => ({ q, n: blanks, blanks, demo: 0 as const })
  expect(blankSearches([term('名字', 2), term('遗嘱', 3), term('狗咬人', 9)])).toEqual([
    { q: '狗咬人', times: 9 },
    { q: '遗嘱', times: 3 },
  ])
})

const now = new Date('2026-11-22T08:00:00Z')
const county = {
  items: slugs.flatMap((slug) =>
    [0, 1].map((n) => ({
      key: `${slug === 'telecom-fraud' && n ? 'videos' : 'articles'}:${slug}-${n}`,
      topic: { id: slug, slug },
      ...{ office: 'town', segments: ['elderly'] },
      varieties: ['cmn', 'yue'],
      length: slug === 'telecom-fraud' && n ? 95 : 0,
    })),
  ),
  segments: ['elderly', 'youth', 'business'].map((slug) => ({
    id: slug,
    slug,
    ...{ varieties: ['yue', 'cmn'], hours: ['06-09', '18-20'] },
    demand: slugs.map((topic, t) => ({ topic, share: wanted[t]! })),
  })),
  channels: [{ id: 'c', code: 'home', kind: 'site' }],
  now,
  seed: 7,
}

it('writes a demo county that starts at 65 and 12 of 100 and turns', () => {
  const rows = pastDeliveries(county)
  const first = rows.slice(0, 100)
  expect(first.filter(({ topic }) => topic === 'marriage-family')).toHaveLength(65)
  expect(first.filter(({ topic }) => /fraud|consumer/.test(topic))).toHaveLength(12)
  const delivered = rows.map(({ topic, itemKey, dueAt }) => ({
    ...{ topic, itemKey, office: '' },
    day: dueAt.slice(0, 10),
  }))
  const { before, after } = trend(delivered, topics, '2026-11-22')
  expect(before.mismatch).toBeGreaterThan(0.45)
  expect(after.mismatch!).toBeLessThan(before.mismatch! / 2)
  expect(rows.slice(100).every(({ segment }) => segment === 'elderly')).toBe(true)
  expect(rows.every(({ dueAt }) => Date.parse(dueAt) < now.getTime())).toBe(true)
})

it('writes to people while they are awake, and leaves at most two kits of the last day on the desk', () => {
  const doors = [...county.channels, { id: 'k', code: 'group', kind: 'handout' }]
  for (const hour of [0, 1, 6, 13, 23]) {
    const at = new Date(now.getTime() + hour * 3_600_000)
    const rows = pastDeliveries({ ...county, channels: doors, now: at })
    for (const { dueAt } of rows) {
      const minutes = wallClock(new Date(dueAt), 'Asia/Shanghai').minutes
      expect(minutes >= 8 * 60 && minutes <= 20 * 60 + 30).toBe(true)
    }
    const waiting = rows.filter(({ state }) => state === 'planned')
    expect(waiting.length).toBeLessThanOrEqual(2)
    for (const { dueAt } of waiting) expect(Date.parse(dueAt)).toBeGreaterThan(at.getTime() - 24 * 3_600_000)
    const passedOn = rows.filter((row) => row.state === 'submitted' && row.channel === 'k')
    for (const row of passedOn) expect(row).toHaveProperty('forwardedAt')
  }
})

it('lets old people hear a film mostly in their own dialect, and reads articles in what they are written in', () => {
  const events = [...engagementFor(pastDeliveries(county), county)]
  const heard = (variety: string) =>
    events.filter((event) => event.type === 'start' && event.variety === variety).length
  expect(heard('yue')).toBeGreaterThan(heard('cmn'))
  expect(heard('cmn')).toBeGreaterThan(100)
  const reads = events.filter(({ type }) => type === 'read')
  expect(reads.every(({ variety }) => variety === 'cmn')).toBe(true)
})

it('writes the same plausible engagement from the same seed, every film under 2,000 plays', () => {
  const deliveries = pastDeliveries(county)
  const events = [...engagementFor(deliveries, county)]
  expect([...engagementFor(deliveries, county)]).toEqual(events)
  expect(events.length).toBeGreaterThan(5_000)
  expect(events.length).toBeLessThan(60_000)
  expect(events.every(({ demo, at }) => demo === 1 && at < now.getTime())).toBe(true)
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  const starts = events.filter(({ type }) => type === 'start').length
  expect(starts).toBeGreaterThan(300)
  expect(starts).toBeLessThan(2_000)
})
