import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { briefSchema, planDeliveries, readBrief, wordReason } from '../../campaigns/engine'

/* Somebody with own data and nothing else of the product: a library that lends books to two villages. */
const json = readFileSync('campaigns/example.json', 'utf8')
type Given = Record<string, unknown> & { segments: Record<string, unknown>[]; items: Record<string, unknown>[] }
const given = () => JSON.parse(json) as Given
const faults = (change: (brief: Given) => void) => {
  const brief = given()
  change(brief)
  const read = readBrief(brief)
  return 'faults' in read ? read.faults : []
}

describe('a brief as plain JSON', () => {
  it('is planned by an outsider in three lines, with a reason for everything', () => {
    const read = readBrief(JSON.parse(json))
    if ('faults' in read) throw new Error(read.faults.join('\n'))
    const { deliveries, excluded, warnings } = planDeliveries(read.brief)

    expect(deliveries.length + excluded.length).toBe(10)
    expect(deliveries.length).toBeGreaterThan(4)
    expect(deliveries.filter(({ segment }) => segment === 'upper village').length).toBeGreaterThan(2)
    for (const { at } of deliveries) expect(at >= read.brief.from).toBe(true)
    for (const { reasons } of deliveries) expect(wordReason(reasons[0]!, (id) => id, 'en')).toMatch(/need|floor|turn/)
    expect(excluded).toContainEqual({ item: 'book 5', segment: 'lower village', reason: { code: 'no-topic' } })
    expect(warnings).toContainEqual({ code: 'fewer', wanted: 8, placed: deliveries.length })
    expect(planDeliveries(briefSchema.parse(JSON.parse(json))).deliveries).toEqual(deliveries)
  })

  it.each<[string, (brief: Given) => void, string]>([
    ['no date', (brief) => (brief.from = 'next week'), 'from: expected a date such as 2026-11-24'],
    ['a negative count', (brief) => (brief.segments[0]!.population = -5), 'segments[0].population: '],
    ['a share that is a percentage', (brief) => (brief.items[1]!.quality = 90), 'items[1].quality: '],
    ['an item twice', (brief) => (brief.items[1]!.key = 'book 1'), 'items[1].key: book 1 is there twice'],
    ['a word misspelt', (brief) => (brief.segments[1]!.populaton = 7), 'segments[1]: Unrecognized key: "populaton"'],
    ['a period backwards', (brief) => (brief.to = '2026-11-30'), 'to: the period ends before it begins'],
    ['a zone that is none', (brief) => (brief.timeZone = 'Moon'), 'timeZone: expected a time zone'],
    [
      'an hour that is none',
      (brief) => (brief.segments[0]!.hours = ['evening']),
      'segments[0].hours[0]: expected an hour',
    ],
    ['a probability above 1', (brief) => (brief.params = { explore: 5 }), 'params.explore: '],
    ['no items at all', (brief) => delete (brief as Partial<Given>).items, 'items: '],
  ])('with %s is refused, with the place and what is wanted there', (_name, change, said) => {
    const found = faults(change)
    expect(found).toHaveLength(1)
    expect(found[0]!.startsWith(said), found[0]).toBe(true)
  })

  it('that is nothing of the kind is refused as a whole', () => {
    for (const nothing of [null, 5, 'brief', []]) expect(readBrief(nothing)).toHaveProperty('faults')
    expect(
      faults((brief) => Object.assign(brief, { slots: 1.5, seed: 'x' })).map((fault) => fault.split(':')[0]),
    ).toEqual(['seed', 'slots'])
  })
})
