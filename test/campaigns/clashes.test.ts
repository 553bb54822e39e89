import { describe, expect, it } from 'vitest'
import type { BriefChannel, BriefSegment, Placed, PlanBrief } from '../../campaigns/brief'
import { planParams } from '../../campaigns/brief'
import { clashesAt } from '../../campaigns/clashes'
import { planDeliveries } from '../../campaigns/planning'
import { wordReason, type Reason } from '../../campaigns/reasons'
import { brief, channel, items, segment } from '../support/briefs'

const timeZone = 'Asia/Shanghai'
const at = (local: string) => new Date(`${local}:00+08:00`)
const placed = (given: Partial<Placed> = {}): Placed => ({
  ...{ item: 'fraud-0', topic: 'fraud', segment: 'all', channel: 'site', at: at('2026-12-03T10:00') },
  ...given,
})
type Wish = { channel?: Partial<BriefChannel>; segment?: Partial<BriefSegment>; standing?: Placed[]; to?: string }
const clashes = (wish: Wish = {}): Reason[] =>
  clashesAt(
    {
      placed: placed(wish.to ? { at: at(wish.to) } : {}),
      channel: channel({ dailyQuota: 1, ...wish.channel }),
      segment: { ...segment(), ...wish.segment },
      timeZone,
    },
    wish.standing ?? [],
    planParams,
  )
const names = (id: string) => ({ site: '小程序', other: '年前反诈', all: '学生' })[id] ?? id

describe('a time chosen by hand', () => {
  it('that is free says nothing', () => expect(clashes()).toEqual([]))

  it.each<[string, Wish, string]>([
    [
      'on a day that another campaign has filled',
      { standing: [placed({ item: 'x', at: at('2026-12-03T18:00'), campaign: 'other' })] },
      '12 月 3 日小程序已被《年前反诈》占满（每天 1 条）。',
    ],
    [
      'close to another',
      { channel: { dailyQuota: 3 }, standing: [placed({ item: '押金', at: at('2026-12-03T10:30') })] },
      '和小程序上的《押金》挨得太近。',
    ],
    [
      'of an item they had less than a month ago',
      { standing: [placed({ channel: 'kit', at: at('2026-11-20T10:00') })] },
      '这一条 11 月 20 日也发给学生，不到一个月又是一次。',
    ],
    ['in quiet hours', { channel: { quietFrom: '09:00', quietTo: '11:00' } }, '这时候是小程序的免打扰时间。'],
    [
      'in school hours',
      { segment: { closed: [{ from: 480, to: 1020, workdays: true }] } },
      '这时候学生在上课或上班，说好不打扰。',
    ],
    ['on a day without a market', { channel: { days: ['2026-12-08'] } }, '12 月 3 日不是赶集日，小程序用不上。'],
    ['on a holiday', { channel: { offHolidays: true }, to: '2026-10-04T10:00' }, '10 月 4 日放假，小程序没人转发。'],
  ])('%s is told so', (_name, wish, words) => {
    expect(clashes(wish).map((reason) => wordReason(reason, names, 'zh'))).toEqual([words])
    for (const reason of clashes(wish)) expect(wordReason(reason, names, 'en')).not.toBe(reason.code)
  })

  it('in school hours of a Sunday disturbs nobody', () => {
    const closed = [{ from: 480, to: 1020, workdays: true }]
    expect(clashes({ segment: { closed }, to: '2026-12-06T10:00' })).toEqual([])
  })
})

describe('what others have taken', () => {
  const full = ['03', '04'].map((day) =>
    placed({ item: `x${day}`, at: at(`2026-11-${day}T10:00`), campaign: 'other', segment: 'else' }),
  )
  const plan = planDeliveries(
    brief({
      ...{ slots: 10, items: items(12, 'fraud'), channels: [channel({ dailyQuota: 1 })] },
      others: [...full, placed({ item: 'fraud-3', at: at('2026-10-20T10:00'), campaign: 'other' })],
    }),
  )
  it('is avoided and said, once a channel, with the campaign', () => {
    const taken = plan.warnings.filter(({ code }) => code === 'channel-taken')
    expect(taken.map((reason) => wordReason(reason, names, 'zh'))).toEqual([
      '11 月 3 日、4 日小程序已被《年前反诈》占满，排到了别的天。',
    ])
    for (const { at: when } of plan.deliveries) expect(when.toISOString()).not.toMatch(/2026-11-0[34]T/)
  })

  it('an item sent lately by another campaign says so where it is chosen again', () => {
    const all = planDeliveries(
      brief({
        slots: 12,
        items: items(12, 'fraud'),
        others: [placed({ item: 'fraud-3', at: at('2026-10-20T10:00') })],
      }),
    )
    const again = all.deliveries.find(({ item }) => item === 'fraud-3')
    expect(again!.reasons).toContainEqual({ code: 'again', times: 1 })
  })
})

describe('a plan without time', () => {
  const codes = (given: Parameters<typeof brief>[0]) => {
    const made = planDeliveries(brief({ slots: 5, items: items(5, 'fraud'), ...given }))
    expect(made.deliveries).toEqual([])
    expect(made.excluded).toHaveLength(5)
    return made.warnings.map(({ code }) => code)
  }
  it('because its period is over says so', () => {
    expect(codes({ from: at('2026-09-01T00:00'), to: at('2026-09-30T00:00') })).toContain('period-past')
    expect(codes({ from: at('2026-11-30T00:00'), to: at('2026-11-01T00:00') })).toContain('period-past')
  })

  it('because its channels have no day or no hour says which and why', () => {
    expect(codes({ channels: [channel({ days: [] })] })).toContain('channel-no-days')
    expect(codes({ channels: [channel({ dailyQuota: 0 })] })).toContain('channel-no-quota')
    expect(codes({ channels: [channel({ quietFrom: '05:00', quietTo: '04:59' })] })).toContain('channel-no-time')
  })

  it.each<[string, Partial<PlanBrief>, string[]]>([
    [
      'a segment is closed all day',
      { segments: [segment({ closed: [{ from: 0, to: 1440, workdays: false }] })] },
      ['segment-no-time'],
    ],
    [
      'its only hours are closed',
      { segments: [segment({ hours: ['09-12'], closed: [{ from: 480, to: 720, workdays: false }] })] },
      ['segment-no-time'],
    ],
    [
      'its channel is quiet all day',
      { channels: [channel({ quietFrom: '00:00', quietTo: '23:59' })] },
      ['channel-no-time'],
    ],
  ])('because %s says so once, and so do all items, none that enough was planned', (_name, given, codes) => {
    const made = planDeliveries(brief({ slots: 5, items: items(20, 'fraud'), ...given }))
    expect(made.deliveries).toEqual([])
    expect(new Set(made.excluded.map(({ reason }) => reason.code))).toEqual(new Set(['no-time']))
    const said = made.warnings.filter(({ code }) => code !== 'fewer')
    expect(said.map(({ code }) => code)).toEqual(codes)
    for (const reason of [...said, made.excluded[0]!.reason])
      for (const language of ['zh', 'en'] as const) expect(wordReason(reason, names, language)).not.toBe(reason.code)
    expect(wordReason(said[0]!, names, 'zh')).toMatch(given.channels ? '小程序' : '学生')
  })

  it('a segment with time left beside its closed hours is not named, nor are its items', () => {
    const closed = [{ from: 0, to: 1440, workdays: false }]
    const segments = [
      segment({ id: 'old', closed }),
      segment({ id: 'young', closed: [{ ...closed[0]!, workdays: true }] }),
    ]
    const made = planDeliveries(brief({ slots: 5, items: items(20, 'fraud'), segments }))
    expect(made.warnings).toContainEqual({ code: 'segment-no-time', segment: 'old' })
    expect(made.warnings).not.toContainEqual({ code: 'segment-no-time', segment: 'young' })
    expect(made.deliveries.some((one) => one.segment === 'young')).toBe(true)
    const reasons = (id: string) =>
      new Set(made.excluded.filter((one) => one.segment === id).map(({ reason }) => reason.code))
    expect(reasons('old')).toEqual(new Set(['no-time']))
    expect(reasons('young')).not.toContain('no-time')
    const holiday = { channels: [channel({ offHolidays: true })], now: at('2026-09-30T08:00') }
    expect(codes({ ...holiday, from: at('2026-10-01T00:00'), to: at('2026-10-03T00:00') })).toContain('channel-no-days')
  })
})
