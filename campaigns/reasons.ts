/** Why a candidate is in a plan or not, why a plan is weaker than asked, why a delivery failed: codes with their numbers. */
export type Reason =
  | { code: 'demand'; topic: string; wanted: number; had: number | null }
  | { code: 'campaign-target'; topic: string; wanted: number }
  | { code: 'floor'; topic: string; wanted: number }
  | { code: 'variety'; variety: string }
  | { code: 'form'; form: string }
  | { code: 'hours'; block: string }
  | { code: 'likes-channel'; channel: string }
  | { code: 'rank'; rank: number; of: number }
  | { code: 'moved' }
  | { code: 'explored' }
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

type Words = { [C in ReasonCode]: (reason: Extract<Reason, { code: C }>, name: Names) => string }

const zh: Words = {
  demand: (r, n) =>
    r.had === null
      ? `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}`
      : `群众要的有 ${percent(r.wanted)} 是${n(r.topic)}，近 90 天只占我们发的 ${percent(r.had)}`,
  'campaign-target': (r, n) => `本次活动定的${n(r.topic)}占 ${percent(r.wanted)}`,
  floor: (r, n) => `${n(r.topic)}最低要占 ${percent(r.wanted)}`,
  variety: (r, n) => `有他们说的${n(r.variety)}`,
  form: (r) => `他们喜欢这种形式（${forms.zh[r.form] ?? r.form}）`,
  hours: (r) => `他们常在 ${r.block} 点在线`,
  'likes-channel': (r, n) => `他们常用${n(r.channel)}`,
  rank: (r) => `同主题可选的 ${r.of} 条里排第 ${r.rank}`,
  moved: () => '同事改过时间',
  explored: () => '随机试一试：看看群众要不要（每 20 次里约 1 次）',
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
  floor: (r, n) => `${n(r.topic)} has a floor of ${percent(r.wanted)}`,
  variety: (r, n) => `exists in their ${n(r.variety)}`,
  form: (r) => `they like this form (${forms.en[r.form] ?? r.form})`,
  hours: (r) => `they are often online at ${r.block}`,
  'likes-channel': (r, n) => `they often use ${n(r.channel)}`,
  rank: (r) => `number ${r.rank} of ${r.of} on this topic`,
  moved: () => 'a colleague moved it',
  explored: () => 'chosen by chance, to learn what people want (about 1 in 20)',
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
