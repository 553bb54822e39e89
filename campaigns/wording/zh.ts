import type { Day } from '../../src/lib/zone'
import type { Names } from '../reasons'
import { hundred, isOver, MOST_NAMED, oneIn, percent, rounded, type Together, wordClash, type Words } from './numbers'

/** A day as people say it, without its year. */
export const dayWords = (day: Day) => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`
/** 12 月 7 日、14 日……；a month is said once. */
const daysWords = (days: readonly Day[]) =>
  days
    .slice(0, MOST_NAMED)
    .map((day, n) => (n && day.slice(0, 7) === days[n - 1]!.slice(0, 7) ? `${Number(day.slice(8))} 日` : dayWords(day)))
    .join('、') + (days.length > MOST_NAMED ? `等 ${days.length} 天` : '')

/** What people asked for, or what was set for the topic instead: never one under the name of the other. */
const askedWords = (r: { segment: string; topic: string; wanted: number; set: boolean }, n: Names) =>
  r.set
    ? `定了给${n(r.segment)}发的 ${percent(r.wanted)} 要是${n(r.topic)}`
    : `${n(r.segment)}要的 ${percent(r.wanted)} 是${n(r.topic)}`

const whose = ({ segment }: { segment: string | null }, name: Names) => (segment ? `${name(segment)}：` : '')

export const forms: Record<string, string> = {
  ...{ video: '短视频', case: '案例', guide: '办事指南', notice: '提醒', choice: '选一选', risks: '风险清单' },
}

export const words: Words = {
  demand: (r, n) =>
    // What lies over the cap of one topic goes to the others, asked for or not.
    r.wanted < 0.005
      ? `别的主题没有了或到了上限，轮到${n(r.topic)}`
      : r.had === null
        ? `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}`
        : `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天${r.had < r.wanted ? '只' : ''}占我们发的 ${percent(r.had)}`,
  'campaign-target': (r, n) => `本次活动定的${n(r.topic)}占 ${percent(r.wanted)}`,
  wish: (r, n) => `定了${n(r.topic)}要占 ${percent(r.wanted)}`,
  floor: (r, n) => `${n(r.topic)}最低要占 ${percent(r.wanted)}`,
  variety: (r, n) => `有他们说的${n(r.variety)}`,
  form: (r) => `他们喜欢这种形式（${forms[r.form] ?? r.form}）`,
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
    `${r.from === r.to ? dayWords(r.from) : `${dayWords(r.from)}到 ${dayWords(r.to)}`}同时碰上${r.occasions.map(n).join('、')}：各排各的主题，留意别太密。`,
  'series-empty': (r, n) => `${daysWords(r.days)}的《${n(r.series)}》还没有内容。`,
  'series-skipped': (r, n) =>
    `${daysWords(r.days)}的《${n(r.series)}》没有排上：投放次数分完了，主题到了上限，或那个时间不能发。`,
  'period-past': () => '活动的日子已经过去了：请先改起止日期，再排。',
  'channel-no-days': (r, n) => `${n(r.channel)}在这段时间里没有能用的日子（赶集日、节假日）：没有用上。`,
  'channel-no-time': (r, n) => `${n(r.channel)}能发的时间都在免打扰里：没有用上。`,
  'segment-no-time': (r, n) => `${n(r.segment)}能收到的时间都在不打扰的时间里：没有排。请改不打扰的时间，或换渠道。`,
  'channel-taken': (r, n) =>
    `${daysWords(r.days)}${n(r.channel)}已被${r.campaigns.map((id) => `《${n(id)}》`).join('')}占满，排到了别的天。`,
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
    `${dayWords(r.day)}${n(r.channel)}已被${r.campaigns.map((id) => `《${n(id)}》`).join('') || '别的投放'}占满（每天 ${r.quota} 条）。`,
  'clash-close': (r, n) => `和${n(r.channel)}上的《${n(r.item)}》挨得太近。`,
  'clash-again': (r, n) => `这一条 ${dayWords(r.day)}也发给${n(r.segment)}，不到一个月又是一次。`,
  'clash-quiet': (r, n) => `这时候是${n(r.channel)}的免打扰时间。`,
  'clash-closed': (r, n) => `这时候${n(r.segment)}在上课或上班，说好不打扰。`,
  'clash-market': (r, n) => `${dayWords(r.day)}不是赶集日，${n(r.channel)}用不上。`,
  'clash-holiday': (r, n) => `${dayWords(r.day)}放假，${n(r.channel)}没人转发。`,
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
  'no-time': () => '所选渠道没有能发给这个人群的时间（免打扰、不打扰的时间、赶集日）',
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
    `${whose(r, n)}${n(r.topic)}最低要占 ${percent(r.floor)}，最高只许占 ${percent(r.cap)}，两个对不上：按最高 ${percent(r.cap)} 排，请改其中一个。`,
  'floors-over-one': (r, n) =>
    `${whose(r, n)}各主题的最低占比加起来有 ${percent(r.sum)}，超过了 100%：都按比例减了，请改小几个。`,
  'caps-under-one': (r, n) =>
    `${whose(r, n)}各主题的最高占比加起来只有 ${percent(r.sum)}，不到 100%：会排不满，请放宽几个。`,
  'target-over-cap': (r, n) =>
    `${whose(r, n)}活动定的${n(r.topic)}是 ${percent(r.wanted)}，超过了上限 ${percent(r.cap)}：按上限排，多的分给别的主题。`,
  'held-ahead': (r, n) =>
    `照这样排，大约有 ${r.count} 条${n(r.topic)}到时会被压住：近 90 天每 100 条最多发 ${hundred(r.cap)} 条。可以先换成别的主题，也可以到时写明原因放行。`,
  held: (r, n) => {
    const what = `${r.segment ? `给${n(r.segment)}的` : ''}${n(r.topic)}`
    return isOver(r)
      ? `${what}近 90 天每 100 条发了 ${hundred(r.sent / r.of)} 条，上限 ${hundred(r.cap)} 条`
      : `${what}近 90 天 ${r.of} 条里发了 ${r.sent} 条，再发一条就过上限（每 100 条 ${hundred(r.cap)} 条）`
  },
  'brief-broken': (r) => `“${r.field}”里有不能用的数、日期或重复的编号，没有照它排。`,
  'piece-short': (r, n) => `${askedWords(r, n)}，近 90 天给他们发的只有 ${percent(r.had)}`,
  'piece-count': (r, n) =>
    r.of
      ? `${askedWords(r, n)}，近 90 天给他们发的 ${r.of} 次里${r.sent ? `${r.sent / r.of < r.wanted ? '只有' : '有'} ${r.sent} 次` : '一次都没有'}`
      : `${askedWords(r, n)}，近 90 天一次也没给他们发过`,
  'piece-stock': (r, n) => {
    const what = `${r.variety ? n(r.variety) : ''}${forms[r.form] ?? r.form}`
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
  'pinned-twice': (r, n) => `《${n(r.item)}》给${n(r.segment)}排了不止一次，其中有钉住的：多的请取消钉住。`,
  'pinned-outside': (r, n) => `钉住的《${n(r.item)}》在 ${dayWords(r.day)}，不在活动的日子里：请改时间。`,
  'pinned-clash': (r, n) => `钉住的《${n(r.item)}》：${wordClash(words, r.clash, n)}`,
  'pinned-cap': (r, n) => `钉住的里面，给${n(r.segment)}的${n(r.topic)}超过了上限 ${percent(r.cap)}。`,
}

export const list = (names: readonly string[]) => names.join('、')

export const together: Together = {
  'topic-without-items': (rs, n) =>
    `${n(rs[0].segment)}需要的${list(rs.map((r) => `${n(r.topic)}（${percent(r.wanted)}）`))}，一条可用的都没有：该补写了。`,
  'floor-over-cap': (rs, n) =>
    `${whose(rs[0], n)}${list(rs.map((r) => `${n(r.topic)}（最低 ${percent(r.floor)}，最高 ${percent(r.cap)}）`))}，最低和最高对不上：按最高排，请改其中一个。`,
  'target-over-cap': (rs, n) =>
    `${whose(rs[0], n)}活动定的超过了上限：${list(rs.map((r) => `${n(r.topic)} ${percent(r.wanted)}（上限 ${percent(r.cap)}）`))}。按上限排，多的分给别的主题。`,
  'held-ahead': (rs, n) =>
    `照这样排，到时会被压住的大约有：${list(rs.map((r) => `${n(r.topic)} ${r.count} 条（近 90 天每 100 条最多发 ${hundred(r.cap)} 条）`))}。可以先换成别的主题，也可以到时写明原因放行。`,
  'pinned-cap': (rs, n) =>
    `钉住的里面，给${n(rs[0].segment)}的超过了上限：${list(rs.map((r) => `${n(r.topic)}（上限 ${percent(r.cap)}）`))}。`,
}
