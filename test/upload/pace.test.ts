import { expect, it } from 'vitest'
import { megabytes, sampled, speedOf, speedWords, timeLeft, type Sample } from '../../src/upload/pace'

const zh = (words: string) => words
const MB = 1_048_576

it('says the speed of the last seconds, not of the whole upload', () => {
  let samples: Sample[] = []
  for (let second = 0; second <= 60; second++)
    samples = sampled(samples, { at: second * 1000, sent: second <= 30 ? second * MB : 30 * MB + (second - 30) * 1024 })
  expect(speedWords(speedOf(samples)!)).toBe('1 KB/s')
})

it('begins anew when a piece was lost with the line', () => {
  const before = sampled([{ at: 0, sent: 0 }], { at: 5000, sent: 4 * MB })
  expect(sampled(before, { at: 6000, sent: 2 * MB })).toEqual([{ at: 6000, sent: 2 * MB }])
  expect(speedOf([{ at: 6000, sent: 2 * MB }])).toBeNull()
})

it('says the time left as one says it', () => {
  expect(timeLeft(50 * 1000, 1000, zh)).toBe('不到 1 分钟')
  expect(timeLeft(61 * 1000, 1000, zh)).toBe('约 2 分钟')
  expect(timeLeft(5400 * 1000, 1000, zh)).toBe('约 1 小时 30 分钟')
  expect(timeLeft(1000, 0, zh)).toBe('')
})

it('says sizes with one digit where it matters', () => {
  expect(megabytes(1.25 * MB, 9.96 * MB)).toBe('1.3 / 10.0 MB')
  expect(megabytes(123.4 * MB, 2048 * MB)).toBe('123 / 2048 MB')
})
