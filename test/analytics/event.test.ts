import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { arrive, FUTURE, OLDEST, type Arrival } from '../../src/analytics/arrival'
import { parseEvents, type Event } from '../../src/analytics/event'
import { networkOf, personOf } from '../../src/analytics/person'

const view = (over: object = {}) => ({ id: randomUUID(), type: 'view', item: 'articles/a', at: 1_000, ...over })
const play = randomUUID()
const faultsOf = (...events: unknown[]) => {
  const parsed = parseEvents({ v: 1, events })
  return 'faults' in parsed ? [...new Set(parsed.faults.map(({ index }) => index))] : []
}

it('reads every type of the closed list', () => {
  const good = [
    view(),
    view({ item: undefined }),
    view({ type: 'read', value: 12.5 }),
    view({ type: 'start', item: 'videos/v', play }),
    view({ type: 'watch', item: 'videos/v', play, from: 0, to: 5.2 }),
    view({ type: 'complete', item: 'videos/v', play, value: 1 }),
    view({ type: 'share' }),
    view({ type: 'helpful', value: 0 }),
    view({ type: 'choose', value: 2 }),
    view({ type: 'search', item: undefined, q: '老板不给钱', value: 0 }),
    view({ type: 'call', segment: 'elderly', channel: 'site-home', delivery: 'd_1', variety: 'yue-Hans' }),
  ]
  expect(faultsOf(...good)).toEqual([])
})

it('names the place of every malformed event and takes none of the request', () => {
  expect(
    faultsOf(
      view(),
      view({ type: 'spy' }),
      view({ id: 'x' }),
      view({ at: 'now' }),
      view({ type: 'watch', item: 'videos/v', play, from: 9, to: 3 }),
      view({ type: 'watch', item: 'videos/v', from: 0, to: 3 }),
      view({ type: 'search' }),
      view({ type: 'helpful', value: 7 }),
      view({ segment: '<script>' }),
      view({ item: '../etc' }),
      null,
      view(),
    ),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

it.each([
  ['not an object', 7],
  ['another version', { v: 2, events: [view()] }],
  ['no events', { v: 1, events: [] }],
  ['101 events', { v: 1, events: Array.from({ length: 101 }, () => view()) }],
])('refuses an envelope with %s', (_, body) => {
  expect(parseEvents(body)).toMatchObject({ faults: [{ index: -1 }] })
})

const NOW = Date.parse('2026-11-20T04:00:00Z')
const arrival: Arrival = {
  now: NOW,
  bot: false,
  person: 'p',
  item: (path) => (path === 'articles/a' ? { key: 'articles:1', topic: 't', office: 'o', length: 0 } : undefined),
  known: (_, code) => (code === 'elderly' ? code : ''),
}
const arrived = (over: object, of: Partial<Arrival> = {}) =>
  arrive(view({ at: NOW, ...over }) as Event, { ...arrival, ...of })

it('resolves the item to an id and keeps its topic and office', () => {
  expect(arrived({ segment: 'elderly', channel: 'made-up' })).toMatchObject({
    item: 'articles:1',
    topic: 't',
    office: 'o',
    segment: 'elderly',
    channel: '',
    rejected: '',
  })
})

it('keeps what must not be counted with its reason', () => {
  expect(arrived({ item: 'articles/b' }).rejected).toBe('unknown-item')
  expect(arrived({ at: NOW - OLDEST - 1 }).rejected).toBe('too-old')
  expect(arrived({ at: NOW - OLDEST }).rejected).toBe('')
  expect(arrived({ at: NOW + FUTURE + 1 }).rejected).toBe('from-the-future')
  expect(arrived({}, { bot: true })).toMatchObject({ rejected: 'bot', person: '' })
})

it('does not keep numbers of telephones and identity cards typed into the search', () => {
  expect(arrived({ type: 'search', item: undefined, q: '他叫 李四 13800138000 欠钱' })).toMatchObject({
    q: '他叫 李四 # 欠钱',
  })
})

it('knows a person by network and browser under the secret of the day only', () => {
  expect(networkOf('203.0.113.77')).toBe(networkOf('::ffff:203.0.113.5'))
  expect(networkOf('2001:db8:7::1')).toBe(networkOf('2001:0db8:0007:ffff::9'))
  expect(networkOf('2001:db8:7::1')).not.toBe(networkOf('2001:db8:8::1'))
  expect(personOf('s', '203.0.113.77', 'x')).toBe(personOf('s', '203.0.113.5', 'x'))
  expect(personOf('s', '203.0.113.77', 'x')).not.toBe(personOf('t', '203.0.113.77', 'x'))
})
