import { expect, it } from 'vitest'
import type { EventStore } from '../../src/analytics'
import { NOON, playback, stored } from './builders'

/** What an event store promises, the same on either database. `open` answers the store of an empty database. */
export function keepsItsPromises(open: () => EventStore) {
  const product = {
    get events() {
      return open()
    },
  }

  const DAY = { from: '2026-11-20', to: '2026-11-20' }
  const totals = async (span = DAY) => {
    await product.events.rollUp()
    return (await product.events.counts(span, []))[0]
  }

  it('keeps an id once: the first wins', async () => {
    const first = stored({ topic: 'first' })
    await product.events.add([first])
    await product.events.add([{ ...first, topic: 'second' }, stored({ topic: 'other' })])
    await product.events.rollUp()
    const rows = await product.events.counts(DAY, ['topic'])
    expect(rows.map(({ topic, views }) => [topic, views])).toEqual([
      ['first', 1],
      ['other', 1],
    ])
  })

  it('counts plays exactly, over hours, late parts and repeated roll-ups', async () => {
    const span = { from: '2026-10-01', to: '2026-10-02' }
    const at = Date.parse('2026-10-01T15:58:00Z') // 23:58 in Shanghai; the second half is watched on the next day
    const [start, early, late] = playback({ at, play: 'over-midnight' }, [0, 6], [6, 60])
    const part = { ...late!, at: at + 180_000, hour: Math.floor((at + 180_000) / 3_600_000) }
    await product.events.add([part])
    expect(await totals(span)).toMatchObject({ starts: 1, plays: 1, completions: 0 })
    expect(await product.events.counts(span, ['day'])).toMatchObject([{ day: '2026-10-02', plays: 1 }])
    await product.events.add([start!, early!])
    for (let n = 0; n < 2; n++) expect(await totals(span)).toMatchObject({ starts: 1, plays: 1, completions: 1 })
    expect(await product.events.counts(span, ['day'])).toMatchObject([
      { day: '2026-10-01', completions: 1, seconds: 60 },
    ])
  })

  it('stores a rejected event without counting it', async () => {
    const at = NOON + 86_400_000
    await product.events.add([stored({ at, hour: Math.floor(at / 3_600_000), rejected: 'bot' })])
    expect(await totals({ from: '2026-11-21', to: '2026-11-21' })).toMatchObject({ views: 0, bots: 1 })
    expect(await product.events.rejected(0)).toEqual([{ reason: 'bot', n: 1 }])
  })

  it('counts people a day, and forgets them without forgetting how many they were', async () => {
    const at = Date.parse('2026-11-10T04:00:00Z')
    const of = { at, received: at, hour: Math.floor(at / 3_600_000) }
    await product.events.add(['a', 'a', 'b'].map((person) => stored({ ...of, person })))
    await product.events.add([stored({ ...of, person: 'c', segment: 'youth' })])
    await product.events.rollUp()
    const span = { from: '2026-11-10', to: '2026-11-10' }
    const before = await product.events.met(span)
    expect(before).toContainEqual({ day: '2026-11-10', office: '', segment: '', people: 3 })
    expect(before).toContainEqual({ day: '2026-11-10', office: 'town', segment: 'elderly', people: 2 })
    await product.events.sweep(new Date(at + 3 * 86_400_000))
    await product.events.sweep(new Date(at + 3 * 86_400_000))
    expect(await product.events.met(span)).toEqual(before)
  })

  it('gives a day one secret, and a new one after it was destroyed', async () => {
    const secret = await product.events.secret('2026-11-12')
    expect(secret).toHaveLength(64)
    expect(await product.events.secret('2026-11-12')).toBe(secret)
    await product.events.sweep(new Date('2026-11-14T00:00:00Z'))
    expect(await product.events.secret('2026-11-12')).not.toBe(secret)
  })

  it('lists what was searched without result', async () => {
    const at = Date.parse('2026-11-15T04:00:00Z')
    const of = { at, hour: Math.floor(at / 3_600_000), type: 'search', item: '' }
    await product.events.add([
      stored({ ...of, q: '彩礼', value: 0 }),
      stored({ ...of, q: '彩礼', value: 0 }),
      stored({ ...of, q: '工资', value: 4 }),
    ])
    await product.events.rollUp()
    expect(await product.events.terms({ from: '2026-11-15', to: '2026-11-15' })).toEqual([
      { q: '彩礼', n: 2, blanks: 2, demo: 0 },
      { q: '工资', n: 1, blanks: 0, demo: 0 },
    ])
  })

  it('clears the demo and nothing else', async () => {
    const span = { from: '2026-09-01', to: '2026-09-01' }
    const at = Date.parse('2026-09-01T04:00:00Z')
    const of = { at, hour: Math.floor(at / 3_600_000) }
    await product.events.add([stored({ ...of, demo: 1 }), stored(of)])
    expect(await totals(span)).toMatchObject({ views: 2 })
    await product.events.clearDemo()
    expect(await totals(span)).toMatchObject({ views: 1 })
  })
}
