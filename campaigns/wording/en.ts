import type { Day } from '../../src/lib/zone'
import type { Names } from '../reasons'
import { hundred, isOver, MOST_NAMED, oneIn, percent, rounded, type Together, wordClash, type Words } from './numbers'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A day as people say it, without its year. */
export const dayWords = (day: Day) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
const daysWords = (days: readonly Day[]) =>
  days.slice(0, MOST_NAMED).map(dayWords).join(', ') +
  (days.length > MOST_NAMED ? ` and ${days.length - MOST_NAMED} more days` : '')

/** What people asked for, or what was set for the topic instead: never one under the name of the other. */
const askedWords = (r: { segment: string; topic: string; wanted: number; set: boolean }, n: Names) =>
  r.set
    ? `${percent(r.wanted)} of what ${n(r.segment)} get was set to be ${n(r.topic)}`
    : `${percent(r.wanted)} of what ${n(r.segment)} need is ${n(r.topic)}`

const whose = ({ segment }: { segment: string | null }, name: Names) => (segment ? `For ${name(segment)}: ` : '')

export const forms: Record<string, string> = {
  ...{ video: 'film', case: 'case', guide: 'guide', notice: 'notice', choice: 'choice game', risks: 'risk list' },
}

export const words: Words = {
  demand: (r, n) =>
    r.wanted < 0.005
      ? `other topics are used up or at their cap: ${n(r.topic)} has its turn`
      : r.had === null
        ? `${percent(r.wanted)} of what people need is ${n(r.topic)}`
        : `${percent(r.wanted)} of what people need is ${n(r.topic)}, ${r.had < r.wanted ? 'only ' : ''}${percent(r.had)} of what we sent in 90 days`,
  'campaign-target': (r, n) => `this campaign wants ${percent(r.wanted)} ${n(r.topic)}`,
  wish: (r, n) => `${n(r.topic)} was set to ${percent(r.wanted)}`,
  floor: (r, n) => `${n(r.topic)} has a floor of ${percent(r.wanted)}`,
  variety: (r, n) => `exists in their ${n(r.variety)}`,
  form: (r) => `they like this form (${forms[r.form] ?? r.form})`,
  hours: (r) => `they are often online at ${r.block}`,
  'likes-channel': (r, n) => `they often use ${n(r.channel)}`,
  rank: (r) => `number ${r.rank} of ${r.of} on this topic`,
  moved: () => 'a colleague moved it',
  occasion: (r, n) => `in the days of ${n(r.occasion)}`,
  series: (r, n) => `the regular place of “${n(r.series)}”`,
  again: (r) => `another campaign sent it to them ${r.times} ${r.times === 1 ? 'time' : 'times'} in 30 days`,
  'occasion-over-cap': (r, n) =>
    `${n(r.occasion)} wants at least ${hundred(r.wanted)} of 100 on ${n(r.topic)}, the cap is ${hundred(r.cap)}: the cap holds.`,
  'occasions-together': (r, n) =>
    `${r.from === r.to ? dayWords(r.from) : `${dayWords(r.from)} to ${dayWords(r.to)}`}: ${r.occasions.map(n).join(', ')} at the same time; see that it is not too much.`,
  'series-empty': (r, n) => `“${n(r.series)}” has nothing yet for ${daysWords(r.days)}.`,
  'series-skipped': (r, n) =>
    `“${n(r.series)}” was not placed on ${daysWords(r.days)}: deliveries are spent, the topic is at its cap, or nothing may go out then.`,
  'period-past': () => 'The period is over: change its dates first, then plan.',
  'channel-no-days': (r, n) =>
    `Not used, without a usable day in this period (market days, holidays): ${n(r.channel)}.`,
  'channel-no-time': (r, n) => `Not used, with quiet hours all the time: ${n(r.channel)}.`,
  'segment-no-time': (r, n) =>
    `Nothing planned, with no time that is not closed or quiet: ${n(r.segment)}. Change the closed hours or the channels.`,
  'channel-taken': (r, n) =>
    `${n(r.channel)} is full on ${daysWords(r.days)} with ${r.campaigns.map((id) => `“${n(id)}”`).join(', ')}; other days were used.`,
  'holidays-unknown': (r) =>
    `The holidays of ${r.year} are not entered; only weekends count. Enter the notice under Holidays, then plan again.`,
  explored: (r) => `a try: 1 of ${oneIn(r.share)} is picked by chance, to learn what people really like`,
  seen: (r, n) =>
    `of 100 times that ${n(r.segment)} open ${n(r.topic)}, about ${hundred(r.mean)} finish (${hundred(r.low)} to ${hundred(r.high)}), from ${r.trials} openings`,
  'platform-seen': (r, n) =>
    `of 100 plays of ${n(r.topic)} on ${n(r.channel)}, about ${hundred(r.mean)} reach the end (${hundred(r.low)} to ${hundred(r.high)}), from ${r.trials} plays copied from the platform`,
  opened: (r, n) =>
    `sent at ${r.block} through ${n(r.channel)}, one is opened ${rounded(r.opened)} times on average, from ${r.sends} sends`,
  'clash-full': (r, n) =>
    `On ${dayWords(r.day)} ${n(r.channel)} is full${r.campaigns.length ? ` with ${r.campaigns.map((id) => `“${n(id)}”`).join(', ')}` : ''} (${r.quota} a day).`,
  'clash-close': (r, n) => `It is too close to “${n(r.item)}” on ${n(r.channel)}.`,
  'clash-again': (r, n) => `The same item goes to ${n(r.segment)} on ${dayWords(r.day)}, less than a month apart.`,
  'clash-quiet': (r, n) => `${n(r.channel)} has quiet hours then.`,
  'clash-closed': (r, n) => `${n(r.segment)} are at school or at work then and not to be disturbed.`,
  'clash-market': (r, n) => `${dayWords(r.day)} is no market day; ${n(r.channel)} cannot be used.`,
  'clash-holiday': (r, n) => `${dayWords(r.day)} is a holiday; nobody is there to pass on for ${n(r.channel)}.`,
  'no-topic': () => 'it has no topic',
  'film-not-ready': () => 'the film is not transcoded yet',
  'other-segment': () => 'it is not for this segment',
  'not-public': () => 'not public yet: hand it in first',
  banned: () => 'a colleague ruled it out',
  'allowed-again': () => 'allowed again: planning again will consider it',
  'no-channel': () => 'none of the channels reaches this segment',
  'period-over': () => 'the period is over',
  'no-budget': () => 'all deliveries are spent',
  'topic-cap': (r, n) => `${n(r.topic)} is at its cap of ${percent(r.cap)}`,
  'topic-enough': (r, n) => `enough of ${n(r.topic)}: ${r.chosen} planned, ${percent(r.wanted)} needed`,
  'lower-score': (r, n) =>
    r.chosen > 0 ? `${r.chosen} better fitting on ${n(r.topic)} were chosen` : 'no place left; other topics lack more',
  'no-time': () => 'the channels have no time at all for this segment (quiet hours, closed hours, market days)',
  'no-slot': () => 'no free time left (daily quota, quiet hours or spacing)',
  'nothing-to-plan': () => 'Nothing can be planned: publish some items with topic and segment first.',
  'no-segments': () => 'No segment is chosen.',
  fewer: (r) => `${r.wanted} deliveries were asked for, ${r.placed} placed: too few items or times.`,
  'demand-missing': (r, n) => `No demand figures for ${n(r.segment)}: all topics were taken alike.`,
  'unknown-topic': (r, n) => `A deleted topic in the demand of ${n(r.segment)} was not counted.`,
  'population-missing': (r, n) => `No population for ${n(r.segment)}: the average was used.`,
  'topic-without-items': (r, n) =>
    `${n(r.segment)} needs ${percent(r.wanted)} ${n(r.topic)} and there is no item at all: time to write one.`,
  'channel-no-quota': (r, n) => `Not used, for a daily quota of 0: ${n(r.channel)}.`,
  'floor-over-cap': (r, n) =>
    `${whose(r, n)}${n(r.topic)} must have at least ${percent(r.floor)} and at most ${percent(r.cap)}: planned with ${percent(r.cap)}, change one of them.`,
  'floors-over-one': (r, n) =>
    `${whose(r, n)}the floors of all topics make ${percent(r.sum)}, more than 100%: all were cut in proportion, lower some.`,
  'caps-under-one': (r, n) =>
    `${whose(r, n)}the caps of all topics make only ${percent(r.sum)}: not every place can be filled, raise some.`,
  'target-over-cap': (r, n) =>
    `${whose(r, n)}the campaign wants ${percent(r.wanted)} ${n(r.topic)}, over its cap of ${percent(r.cap)}: the cap holds, the rest goes to other topics.`,
  'held-ahead': (r, n) =>
    `As planned, about ${r.count} on ${n(r.topic)} will be held back: at most ${hundred(r.cap)} of 100 in 90 days. Choose other topics, or let them go with a reason when they are due.`,
  held: (r, n) => {
    const what = `${n(r.topic)}${r.segment ? ` for ${n(r.segment)}` : ''}`
    return isOver(r)
      ? `${what}: ${hundred(r.sent / r.of)} of every 100 sent in 90 days, the cap is ${hundred(r.cap)}`
      : `${what}: ${r.sent} of the ${r.of} sent in 90 days, one more is over the cap (${hundred(r.cap)} of 100)`
  },
  'brief-broken': (r) => `“${r.field}” has a number, date or repeated id that cannot be used; it was left aside.`,
  'piece-short': (r, n) => `${askedWords(r, n)}, only ${percent(r.had)} of what they got in 90 days`,
  'piece-count': (r, n) => `${askedWords(r, n)}; ${r.sent} of the ${r.of} sent to them in 90 days`,
  'piece-stock': (r, n) => {
    const what = `${forms[r.form] ?? r.form}${r.variety ? ` in ${n(r.variety)}` : ''}`
    return r.count ? `only ${r.count} with that form: ${what}` : `not one ${what} yet`
  },
  'piece-owed': (r) => `earlier weeks owe them ${r.count}`,
  'piece-unspoken': (r, n) => `none of the ${r.count} films on ${n(r.topic)} speaks ${n(r.variety)}`,
  'pinned-many': (r) => `${r.kept} are out or pinned, more than the ${r.slots} asked for: all stay, none was added.`,
  'pinned-banned': (r, n) =>
    `“${n(r.item)}” is ruled out for ${n(r.segment)} and pinned: it stays until it is unpinned and planned again.`,
  'pinned-withdrawn': (r, n) =>
    `The pinned “${n(r.item)}” is withdrawn or not among this campaign's items; it may not go out: choose another.`,
  'pinned-elsewhere': (r, n) =>
    `The segment or channel of the pinned “${n(r.item)}” is no longer in this campaign; it stays until it is unpinned.`,
  'pinned-past': (r, n) => `The time of the pinned “${n(r.item)}” has passed: move it.`,
  'pinned-quota': (r, n) =>
    `On the day of the pinned “${n(r.item)}” ${n(r.channel)} has ${r.sends} sends and takes ${r.quota}: the rest will slip; better move one.`,
  'pinned-close': (r, n) => `The pinned “${n(r.item)}” and “${n(r.other)}” are too close on one channel: move one.`,
  'pinned-twice': (r, n) =>
    `“${n(r.item)}” goes to ${n(r.segment)} more than once, and is pinned: unpin what is too much.`,
  'pinned-outside': (r, n) => `The pinned “${n(r.item)}” is on ${dayWords(r.day)}, outside the campaign: move it.`,
  'pinned-clash': (r, n) => `The pinned “${n(r.item)}”: ${wordClash(words, r.clash, n)}`,
  'pinned-cap': (r, n) =>
    `Among the pinned ones, ${n(r.topic)} for ${n(r.segment)} is over its cap of ${percent(r.cap)}.`,
}

export const list = (names: readonly string[]) => names.join(', ')

export const together: Together = {
  'topic-without-items': (rs, n) =>
    `${n(rs[0].segment)} needs ${list(rs.map((r) => `${n(r.topic)} (${percent(r.wanted)})`))} and there is no item at all: time to write some.`,
  'floor-over-cap': (rs, n) =>
    `${whose(rs[0], n)}floors over their caps: ${list(rs.map((r) => `${n(r.topic)} (at least ${percent(r.floor)}, at most ${percent(r.cap)})`))}. Planned with the caps, change one of the two.`,
  'target-over-cap': (rs, n) =>
    `${whose(rs[0], n)}the campaign wants more than the caps: ${list(rs.map((r) => `${n(r.topic)} ${percent(r.wanted)} (cap ${percent(r.cap)})`))}. The caps hold, the rest goes to other topics.`,
  'held-ahead': (rs, n) =>
    `As planned, about so many will be held back: ${list(rs.map((r) => `${n(r.topic)} ${r.count} (at most ${hundred(r.cap)} of 100 in 90 days)`))}. Choose other topics, or let them go with a reason when they are due.`,
  'pinned-cap': (rs, n) =>
    `Among the pinned ones, over the cap for ${n(rs[0].segment)}: ${list(rs.map((r) => `${n(r.topic)} (cap ${percent(r.cap)})`))}.`,
}
