import type { Hold } from './capped'
import type { Day } from '../src/lib/zone'
import type { Evidence } from './brief'

/** Why a candidate is in a plan or not, why a plan is weaker than asked, why a delivery failed: codes with their numbers. */
export type Reason =
  | { code: 'demand'; topic: string; wanted: number; had: number | null }
  | { code: 'campaign-target'; topic: string; wanted: number }
  | { code: 'wish'; topic: string; wanted: number }
  | { code: 'floor'; topic: string; wanted: number }
  | { code: 'variety'; variety: string }
  | { code: 'form'; form: string }
  | { code: 'hours'; block: string }
  | { code: 'likes-channel'; channel: string }
  | { code: 'rank'; rank: number; of: number }
  | { code: 'moved' }
  | { code: 'occasion'; occasion: string }
  | { code: 'series'; series: string }
  | { code: 'again'; times: number }
  | { code: 'explored'; share?: number }
  // what was learned, with where it lies and of how many
  | ({ code: 'seen'; topic: string; segment: string } & Evidence)
  | ({ code: 'platform-seen'; topic: string; channel: string } & Evidence)
  | { code: 'opened'; channel: string; segment: string; block: string; opened: number; sends: number }
  // left out
  | { code: 'no-topic' }
  | { code: 'film-not-ready' }
  | { code: 'other-segment' }
  | { code: 'not-public' }
  | { code: 'banned' }
  | { code: 'allowed-again' }
  | { code: 'no-channel' }
  | { code: 'period-over' }
  | { code: 'no-budget' }
  | { code: 'topic-cap'; topic: string; cap: number }
  | { code: 'topic-enough'; topic: string; chosen: number; wanted: number }
  | { code: 'lower-score'; topic: string; chosen: number }
  | { code: 'no-slot' }
  // warnings about the whole
  | { code: 'nothing-to-plan' }
  | { code: 'no-segments' }
  | { code: 'fewer'; wanted: number; placed: number }
  | { code: 'demand-missing'; segment: string }
  | { code: 'unknown-topic'; segment: string }
  | { code: 'population-missing'; segment: string }
  | { code: 'topic-without-items'; topic: string; segment: string; wanted: number }
  | { code: 'channel-no-quota'; channel: string }
  | { code: 'floor-over-cap'; topic: string; segment: string | null; floor: number; cap: number }
  | { code: 'floors-over-one'; segment: string | null; sum: number }
  | { code: 'caps-under-one'; segment: string | null; sum: number }
  | { code: 'target-over-cap'; topic: string; segment: string | null; wanted: number; cap: number }
  | { code: 'held-ahead'; topic: string; count: number; cap: number }
  // why a delivery is held back
  | ({ code: 'held' } & Hold)
  // about time: law weeks, series, market days, holidays, other campaigns
  | { code: 'occasion-over-cap'; occasion: string; topic: string; wanted: number; cap: number }
  | { code: 'occasions-together'; occasions: string[]; from: Day; to: Day }
  | { code: 'series-empty'; series: string; topic: string | null; segment: string; days: Day[] }
  | { code: 'series-skipped'; series: string; days: Day[] }
  | { code: 'period-past' }
  | { code: 'channel-no-days'; channel: string }
  | { code: 'channel-no-time'; channel: string }
  | { code: 'channel-taken'; channel: string; campaigns: string[]; days: Day[] }
  | { code: 'holidays-unknown'; year: number }
  | { code: 'brief-broken'; field: string }
  // what stands against a time chosen by hand
  | { code: 'clash-full'; channel: string; day: Day; quota: number; campaigns: string[] }
  | { code: 'clash-close'; channel: string; item: string }
  | { code: 'clash-again'; segment: string; day: Day }
  | { code: 'clash-quiet'; channel: string }
  | { code: 'clash-closed'; segment: string }
  | { code: 'clash-market'; channel: string; day: Day }
  | { code: 'clash-holiday'; channel: string; day: Day }
  // why a piece should be made
  | { code: 'piece-short'; topic: string; segment: string; wanted: number; had: number }
  | { code: 'piece-count'; topic: string; segment: string; wanted: number; sent: number; of: number }
  | { code: 'piece-stock'; form: string; variety: string | null; count: number }
  | { code: 'piece-owed'; topic: string; segment: string; count: number }
  | { code: 'piece-unspoken'; topic: string; variety: string; count: number }
  // what a pin contradicts; it stays all the same
  | { code: 'pinned-many'; kept: number; slots: number }
  | { code: 'pinned-banned'; item: string; segment: string }
  | { code: 'pinned-withdrawn'; item: string }
  | { code: 'pinned-elsewhere'; item: string }
  | { code: 'pinned-past'; item: string }
  | { code: 'pinned-quota'; item: string; channel: string; sends: number; quota: number }
  | { code: 'pinned-close'; item: string; other: string }
  | { code: 'pinned-cap'; topic: string; segment: string; cap: number }

export type ReasonCode = Reason['code']
export type Language = 'zh' | 'en'
/** The name of a topic, segment, channel or variety by id; of an item by its key. */
export type Names = (id: string) => string

const percent = (share: number) => `${Math.round(share * 100)}%`

const MOST_NAMED = 5
const dayZh = (day: Day) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
const dayEn = (day: Day) => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** A day as people say it, without its year. */
export const dayWords = (day: Day, language: Language) => (language === 'en' ? dayEn : dayZh)(day)
/** 12 月 7 日、14 日……；a month is said once. */
const daysZh = (days: readonly Day[]) =>
  days
    .slice(0, MOST_NAMED)
    .map((day, n) => (n && day.slice(0, 7) === days[n - 1]!.slice(0, 7) ? `${Number(day.slice(8))} 日` : dayZh(day)))
    .join('、') + (days.length > MOST_NAMED ? `等 ${days.length} 天` : '')
const daysEn = (days: readonly Day[]) =>
  days.slice(0, MOST_NAMED).map(dayEn).join(', ') +
  (days.length > MOST_NAMED ? ` and ${days.length - MOST_NAMED} more days` : '')

const hundred = (share: number) => Math.round(share * 100)
/** Over its cap already, not only with one more. */
const isOver = ({ sent, of, cap }: Hold) => hundred(sent / of) >= hundred(cap)
/** Plans made before the share was stored had one in twenty. */
const oneIn = (share = 0.05) => (share > 0 ? Math.round(1 / share) : 20)

const rounded = (count: number) => (count < 10 ? Math.round(count * 10) / 10 : Math.round(count))

type Words = { [C in ReasonCode]: (reason: Extract<Reason, { code: C }>, name: Names) => string }

const of = ({ segment }: { segment: string | null }, name: Names, language: Language = 'zh') =>
  segment ? (language === 'en' ? `For ${name(segment)}: ` : `${name(segment)}：`) : ''

const zh: Words = {
  demand: (r, n) =>
    r.had === null
      ? `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}`
      : `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天只占我们发的 ${percent(r.had)}`,
  'campaign-target': (r, n) => `本次活动定的${n(r.topic)}占 ${percent(r.wanted)}`,
  wish: (r, n) => `定了${n(r.topic)}要占 ${percent(r.wanted)}`,
  floor: (r, n) => `${n(r.topic)}最低要占 ${percent(r.wanted)}`,
  variety: (r, n) => `有他们说的${n(r.variety)}`,
  form: (r) => `他们喜欢这种形式（${forms.zh[r.form] ?? r.form}）`,
  hours: (r) => `他们常在 ${r.block} 点在线`,
  'likes-channel': (r, n) => `他们常用${n(r.channel)}`,
  rank: (r) => `同主题可选的 ${r.of} 条里排第 ${r.rank}`,
  moved: () => '同事改过时间',
  occasion: (r, n) => `赶在${n(r.occasion)}这几天`,
  series: (r, n) => `《${n(r.series)}》的固定时间`,
  again: (r) => `近 30 天别的活动给他们发过 ${r.times} 次`,
  'occasion-over-cap': (r, n) =>
    `${n(r.occasion)}想要每 100 条里至少 ${hundred(r.wanted)} 条${n(r.topic)}，上限只有 ${hundred(r.cap)} 条：按上限排。`,
  'occasions-together': (r, n) =>
    `${r.from === r.to ? dayZh(r.from) : `${dayZh(r.from)}到 ${dayZh(r.to)}`}同时碰上${r.occasions.map(n).join('、')}：各排各的主题，留意别太密。`,
  'series-empty': (r, n) => `${daysZh(r.days)}的《${n(r.series)}》还没有内容。`,
  'series-skipped': (r, n) =>
    `${daysZh(r.days)}的《${n(r.series)}》没有排上：投放次数分完了，主题到了上限，或那个时间不能发。`,
  'period-past': () => '活动的日子已经过去了：请先改起止日期，再排。',
  'channel-no-days': (r, n) => `${n(r.channel)}在这段时间里没有能用的日子（赶集日、节假日）：没有用上。`,
  'channel-no-time': (r, n) => `${n(r.channel)}能发的时间都在免打扰里：没有用上。`,
  'channel-taken': (r, n) =>
    `${daysZh(r.days)}${n(r.channel)}已被${r.campaigns.map((id) => `《${n(id)}》`).join('')}占满，排到了别的天。`,
  'holidays-unknown': (r) =>
    `${r.year} 年的放假安排还没有填，先只按周六周日算：请照国务院的通知，到“放假调休”里填上，再重新排。`,
  explored: (r) => `试一试：每 ${oneIn(r.share)} 条里留 1 条随机挑，好知道大家到底爱看什么`,
  seen: (r, n) =>
    `${n(r.segment)}看${n(r.topic)}的，每 100 次约有 ${hundred(r.mean)} 次看完（${hundred(r.low)} 到 ${hundred(r.high)}），来自 ${r.trials} 次观看`,
  'platform-seen': (r, n) =>
    `${n(r.channel)}上放${n(r.topic)}的，每 100 次约有 ${hundred(r.mean)} 次放完（${hundred(r.low)} 到 ${hundred(r.high)}），来自从平台抄来的 ${r.trials} 次播放`,
  opened: (r, n) =>
    `${r.block} 点从${n(r.channel)}发给他们，平均一次有 ${rounded(r.opened)} 人次打开，来自 ${r.sends} 次投放`,
  'clash-full': (r, n) =>
    `${dayZh(r.day)}${n(r.channel)}已被${r.campaigns.map((id) => `《${n(id)}》`).join('') || '别的投放'}占满（每天 ${r.quota} 条）。`,
  'clash-close': (r, n) => `和${n(r.channel)}上的《${n(r.item)}》挨得太近。`,
  'clash-again': (r, n) => `这一条 ${dayZh(r.day)}也发给${n(r.segment)}，不到一个月又是一次。`,
  'clash-quiet': (r, n) => `这时候是${n(r.channel)}的免打扰时间。`,
  'clash-closed': (r, n) => `这时候${n(r.segment)}在上课或上班，说好不打扰。`,
  'clash-market': (r, n) => `${dayZh(r.day)}不是赶集日，${n(r.channel)}用不上。`,
  'clash-holiday': (r, n) => `${dayZh(r.day)}放假，${n(r.channel)}没人转发。`,
  'no-topic': () => '没有填主题',
  'film-not-ready': () => '影片还没转码完',
  'other-segment': () => '不是写给这个人群的',
  'not-public': () => '还没有公开（先送审）',
  banned: () => '同事说过不要排它',
  'allowed-again': () => '又允许排了，重新排的时候会考虑它',
  'no-channel': () => '所选渠道都够不着这个人群',
  'period-over': () => '活动时间已经过去',
  'no-budget': () => '投放次数已经分完',
  'topic-cap': (r, n) => `${n(r.topic)}到了上限 ${percent(r.cap)}`,
  'topic-enough': (r, n) => `${n(r.topic)}已经够了：排了 ${r.chosen} 条，需要 ${percent(r.wanted)}`,
  'lower-score': (r, n) =>
    r.chosen > 0 ? `同是${n(r.topic)}，已选了更合适的 ${r.chosen} 条` : '名额有限，别的主题更缺',
  'no-slot': () => '没有空的时间了（每天限量、免打扰或间隔）',
  'nothing-to-plan': () => '没有可以排期的内容：先公开几篇，并填好主题和人群。',
  'no-segments': () => '还没有选人群。',
  fewer: (r) => `想投 ${r.wanted} 次，只排下 ${r.placed} 次：内容或时间不够。`,
  'demand-missing': (r, n) => `${n(r.segment)}还没有需求数据，先按各主题一样多来排。`,
  'unknown-topic': (r, n) => `${n(r.segment)}的需求表里有已删除的主题，没有计入。`,
  'population-missing': (r, n) => `${n(r.segment)}没有填人口，按平均数算。`,
  'topic-without-items': (r, n) =>
    `${n(r.segment)}需要 ${percent(r.wanted)} 的${n(r.topic)}，一条可用的都没有：该补写了。`,
  'channel-no-quota': (r, n) => `${n(r.channel)}每天限量是 0，没有用上。`,
  'floor-over-cap': (r, n) =>
    `${of(r, n)}${n(r.topic)}最低要占 ${percent(r.floor)}，最高只许占 ${percent(r.cap)}，两个对不上：按最高 ${percent(r.cap)} 排，请改其中一个。`,
  'floors-over-one': (r, n) =>
    `${of(r, n)}各主题的最低占比加起来有 ${percent(r.sum)}，超过了 100%：都按比例减了，请改小几个。`,
  'caps-under-one': (r, n) =>
    `${of(r, n)}各主题的最高占比加起来只有 ${percent(r.sum)}，不到 100%：会排不满，请放宽几个。`,
  'target-over-cap': (r, n) =>
    `${of(r, n)}活动定的${n(r.topic)}是 ${percent(r.wanted)}，超过了上限 ${percent(r.cap)}：按上限排，多的分给别的主题。`,
  'held-ahead': (r, n) =>
    `照这样排，大约有 ${r.count} 条${n(r.topic)}到时会被压住：近 90 天每 100 条最多发 ${hundred(r.cap)} 条。可以先换成别的主题，也可以到时写明原因放行。`,
  held: (r, n) => {
    const what = `${r.segment ? `给${n(r.segment)}的` : ''}${n(r.topic)}`
    return isOver(r)
      ? `${what}近 90 天每 100 条发了 ${hundred(r.sent / r.of)} 条，上限 ${hundred(r.cap)} 条`
      : `${what}近 90 天 ${r.of} 条里发了 ${r.sent} 条，再发一条就过上限（每 100 条 ${hundred(r.cap)} 条）`
  },
  'brief-broken': (r) => `“${r.field}”里有不能用的数、日期或重复的编号，没有照它排。`,
  'piece-short': (r, n) =>
    `${n(r.segment)}要的 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天给他们发的只有 ${percent(r.had)}`,
  'piece-count': (r, n) =>
    r.of
      ? `${n(r.segment)}要的 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天给他们发的 ${r.of} 次里${r.sent ? `${r.sent / r.of < r.wanted ? '只有' : '有'} ${r.sent} 次` : '一次都没有'}`
      : `${n(r.segment)}要的 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天一次也没给他们发过`,
  'piece-stock': (r, n) => {
    const what = `${r.variety ? n(r.variety) : ''}${forms.zh[r.form] ?? r.form}`
    return r.count ? `${what}才 ${r.count} 条` : `${what}一条都没有`
  },
  'piece-owed': (r) => `前几周还欠他们 ${r.count} 次`,
  'piece-unspoken': (r, n) => `${n(r.topic)}有 ${r.count} 部短片，没有一部说${n(r.variety)}`,
  'pinned-many': (r) => `已投放和钉住的有 ${r.kept} 次，超过了一共 ${r.slots} 次：都留着，没有再排新的。`,
  'pinned-banned': (r, n) =>
    `《${n(r.item)}》说过不要排给${n(r.segment)}，又被钉住了：先按钉住的留着，不要就取消钉住再重新排。`,
  'pinned-withdrawn': (r, n) => `钉住的《${n(r.item)}》已撤下，或不在这次活动的内容里，到时候可能发不出去：请换一条。`,
  'pinned-elsewhere': (r, n) =>
    `钉住的《${n(r.item)}》，它的人群或渠道已不在这次活动里：先留着，不要就取消钉住再重新排。`,
  'pinned-past': (r, n) => `钉住的《${n(r.item)}》时间已经过了：请改时间。`,
  'pinned-quota': (r, n) =>
    `钉住《${n(r.item)}》的那天，${n(r.channel)}有 ${r.sends} 次，每天只能 ${r.quota} 次：多的会顺延，最好改到别的天。`,
  'pinned-close': (r, n) => `钉住的《${n(r.item)}》和《${n(r.other)}》在同一渠道挨得太近：最好错开时间。`,
  'pinned-cap': (r, n) => `钉住的里面，给${n(r.segment)}的${n(r.topic)}超过了上限 ${percent(r.cap)}。`,
}

const en: Words = {
  demand: (r, n) =>
    r.had === null
      ? `${percent(r.wanted)} of what people need is ${n(r.topic)}`
      : `${percent(r.wanted)} of what people need is ${n(r.topic)}, only ${percent(r.had)} of what we sent in 90 days`,
  'campaign-target': (r, n) => `this campaign wants ${percent(r.wanted)} ${n(r.topic)}`,
  wish: (r, n) => `${n(r.topic)} was set to ${percent(r.wanted)}`,
  floor: (r, n) => `${n(r.topic)} has a floor of ${percent(r.wanted)}`,
  variety: (r, n) => `exists in their ${n(r.variety)}`,
  form: (r) => `they like this form (${forms.en[r.form] ?? r.form})`,
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
    `${r.from === r.to ? dayEn(r.from) : `${dayEn(r.from)} to ${dayEn(r.to)}`}: ${r.occasions.map(n).join(', ')} at the same time; see that it is not too much.`,
  'series-empty': (r, n) => `“${n(r.series)}” has nothing yet for ${daysEn(r.days)}.`,
  'series-skipped': (r, n) =>
    `“${n(r.series)}” was not placed on ${daysEn(r.days)}: deliveries are spent, the topic is at its cap, or nothing may go out then.`,
  'period-past': () => 'The period is over: change its dates first, then plan.',
  'channel-no-days': (r, n) =>
    `${n(r.channel)} has no usable day in this period (market days, holidays): it was not used.`,
  'channel-no-time': (r, n) => `${n(r.channel)} has quiet hours all the time it could be used: it was not used.`,
  'channel-taken': (r, n) =>
    `${n(r.channel)} is full on ${daysEn(r.days)} with ${r.campaigns.map((id) => `“${n(id)}”`).join(', ')}; other days were used.`,
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
    `On ${dayEn(r.day)} ${n(r.channel)} is full${r.campaigns.length ? ` with ${r.campaigns.map((id) => `“${n(id)}”`).join(', ')}` : ''} (${r.quota} a day).`,
  'clash-close': (r, n) => `It is too close to “${n(r.item)}” on ${n(r.channel)}.`,
  'clash-again': (r, n) => `The same item goes to ${n(r.segment)} on ${dayEn(r.day)}, less than a month apart.`,
  'clash-quiet': (r, n) => `${n(r.channel)} has quiet hours then.`,
  'clash-closed': (r, n) => `${n(r.segment)} are at school or at work then and not to be disturbed.`,
  'clash-market': (r, n) => `${dayEn(r.day)} is no market day; ${n(r.channel)} cannot be used.`,
  'clash-holiday': (r, n) => `${dayEn(r.day)} is a holiday; nobody is there to pass on for ${n(r.channel)}.`,
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
  'no-slot': () => 'no free time left (daily quota, quiet hours or spacing)',
  'nothing-to-plan': () => 'Nothing can be planned: publish some items with topic and segment first.',
  'no-segments': () => 'No segment is chosen.',
  fewer: (r) => `${r.wanted} deliveries were asked for, ${r.placed} placed: too few items or times.`,
  'demand-missing': (r, n) => `${n(r.segment)} has no demand figures; all topics were taken alike.`,
  'unknown-topic': (r, n) => `The demand of ${n(r.segment)} names a deleted topic; it was not counted.`,
  'population-missing': (r, n) => `${n(r.segment)} has no population; the average was used.`,
  'topic-without-items': (r, n) =>
    `${n(r.segment)} needs ${percent(r.wanted)} ${n(r.topic)} and there is no item at all: time to write one.`,
  'channel-no-quota': (r, n) => `${n(r.channel)} has a daily quota of 0 and was not used.`,
  'floor-over-cap': (r, n) =>
    `${of(r, n, 'en')}${n(r.topic)} must have at least ${percent(r.floor)} and at most ${percent(r.cap)}: planned with ${percent(r.cap)}, change one of them.`,
  'floors-over-one': (r, n) =>
    `${of(r, n, 'en')}the floors of all topics make ${percent(r.sum)}, more than 100%: all were cut in proportion, lower some.`,
  'caps-under-one': (r, n) =>
    `${of(r, n, 'en')}the caps of all topics make only ${percent(r.sum)}: not every place can be filled, raise some.`,
  'target-over-cap': (r, n) =>
    `${of(r, n, 'en')}the campaign wants ${percent(r.wanted)} ${n(r.topic)}, over its cap of ${percent(r.cap)}: the cap holds, the rest goes to other topics.`,
  'held-ahead': (r, n) =>
    `As planned, about ${r.count} on ${n(r.topic)} will be held back: at most ${hundred(r.cap)} of 100 in 90 days. Choose other topics, or let them go with a reason when they are due.`,
  held: (r, n) => {
    const what = `${n(r.topic)}${r.segment ? ` for ${n(r.segment)}` : ''}`
    return isOver(r)
      ? `${what}: ${hundred(r.sent / r.of)} of every 100 sent in 90 days, the cap is ${hundred(r.cap)}`
      : `${what}: ${r.sent} of the ${r.of} sent in 90 days, one more is over the cap (${hundred(r.cap)} of 100)`
  },
  'brief-broken': (r) => `“${r.field}” has a number, date or repeated id that cannot be used; it was left aside.`,
  'piece-short': (r, n) =>
    `${percent(r.wanted)} of what ${n(r.segment)} need is ${n(r.topic)}, only ${percent(r.had)} of what they got in 90 days`,
  'piece-count': (r, n) =>
    `${percent(r.wanted)} of what ${n(r.segment)} need is ${n(r.topic)}; ${r.sent} of the ${r.of} sent to them in 90 days`,
  'piece-stock': (r, n) => {
    const what = `${forms.en[r.form] ?? r.form}${r.variety ? ` in ${n(r.variety)}` : ''}`
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
  'pinned-cap': (r, n) =>
    `Among the pinned ones, ${n(r.topic)} for ${n(r.segment)} is over its cap of ${percent(r.cap)}.`,
}

/** What a form of an item is called. */
export const forms: Record<Language, Record<string, string>> = {
  zh: { video: '短视频', case: '案例', guide: '办事指南', notice: '提醒', choice: '选一选', risks: '风险清单' },
  en: { video: 'film', case: 'case', guide: 'guide', notice: 'notice', choice: 'choice game', risks: 'risk list' },
}

/** A reason in words; an unknown code of an older plan is shown as it is. */
export function wordReason(reason: Reason, names: Names, language: Language): string {
  const words = (language === 'en' ? en : zh)[reason.code] as ((r: Reason, n: Names) => string) | undefined
  return words ? words(reason, names) : reason.code
}
