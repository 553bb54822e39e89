import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lengthOf, mergeIntervals, playsOf, type Interval } from '../../src/analytics/fold'
import { playback, stored } from './builders'

const intervals = fc.array(
  fc.tuple(fc.nat(300), fc.nat(60)).map(([from, length]): Interval => [from, from + length]),
  { maxLength: 30 },
)

it('counts every second once, whatever the order and however often it was reported', () => {
  fc.assert(
    fc.property(intervals, fc.infiniteStream(fc.nat()), (given, picks) => {
      const seconds = new Set(given.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)))
      expect(lengthOf(mergeIntervals(given))).toBe(seconds.size)
      const shuffled = [...given, ...given].sort(() => (picks.next().value % 2 ? 1 : -1))
      expect(mergeIntervals(shuffled)).toEqual(mergeIntervals(given))
    }),
  )
})

it('leaves disjoint intervals in order, and merging again changes nothing', () => {
  fc.assert(
    fc.property(intervals, (given) => {
      const merged = mergeIntervals(given)
      merged.slice(1).forEach(([from], n) => expect(from).toBeGreaterThan(merged[n]![1]))
      expect(mergeIntervals(merged)).toEqual(merged)
    }),
  )
})

const only = (events: ReturnType<typeof playback>) => playsOf(events)[0]!

it('calls a play effective from ten different seconds on', () => {
  expect(only(playback({}, [0, 5], [0, 5], [2, 7])).effective).toBe(false)
  expect(only(playback({}, [0, 5], [40, 45])).effective).toBe(true)
})

it('wants three quarters of a film shorter than 13 seconds', () => {
  expect(only(playback({ length: 8 }, [0, 5])).effective).toBe(false)
  expect(only(playback({ length: 8 }, [0, 6])).effective).toBe(true)
})

it('calls a play completed at 95 percent of the seconds, not by jumping to the end', () => {
  expect(only(playback({}, [0, 2], [58, 60])).completed).toBe(false)
  expect(only(playback({}, [0, 30], [30, 57])).completed).toBe(true)
})

it('takes the word of the player only where the length is not known', () => {
  const end = (length: number) => [
    ...playback({ length, play: 'p' }, [0, 5]),
    stored({ length, type: 'complete', play: 'p' }),
  ]
  expect(only(end(60)).completed).toBe(false)
  expect(only(end(0)).completed).toBe(true)
})

it('names the variety most watched, when the resident switched', () => {
  const play = 'p'
  const events = [...playback({ play, variety: 'cmn' }, [0, 5]), ...playback({ play, variety: 'hak' }, [5, 40])]
  expect(only(events)).toMatchObject({ variety: 'hak', seconds: 40 })
})

it('does not watch beyond the end of the film', () => {
  expect(only(playback({ length: 20 }, [0, 500])).seconds).toBe(20)
})
