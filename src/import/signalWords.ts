import type { Refusal } from './signalRows'

/** Why a line is not taken, and what to do, for the person who made the spreadsheet. */
export function wordRefusal(refusal: Refusal, language: 'zh' | 'en'): string {
  const say = (zh: string, en: string) => (language === 'en' ? en : zh)
  switch (refusal.code) {
    case 'topic-missing':
      return say('没有写主题', 'the topic is missing')
    case 'topic-unknown':
      return refusal.nearest
        ? say(
            `没有“${refusal.said}”这个主题，是不是“${refusal.nearest.name}”？`,
            `there is no topic "${refusal.said}"; is it "${refusal.nearest.nameEn}"?`,
          )
        : say(`没有“${refusal.said}”这个主题`, `there is no topic "${refusal.said}"`)
    case 'segment-unknown':
      return refusal.nearest
        ? say(
            `没有“${refusal.said}”这个人群，是不是“${refusal.nearest.name}”？全县的就空着`,
            `there is no segment "${refusal.said}"; is it "${refusal.nearest.nameEn}"? Leave it empty for the whole county`,
          )
        : say(
            `没有“${refusal.said}”这个人群；全县的就空着`,
            `there is no segment "${refusal.said}"; leave it empty for the whole county`,
          )
    case 'count-not-number':
      return refusal.said
        ? say(`数量“${refusal.said}”不是数`, `the count "${refusal.said}" is not a number`)
        : say('没有写数量', 'the count is missing')
    case 'count-negative':
      return say('数量不能是负数', 'the count is negative')
    case 'count-not-whole':
      return say('数量要是整数，不要写百分比', 'the count has to be whole, not a percentage')
    case 'count-too-large':
      return say('数量太大，请核对', 'the count is too large; check it')
    case 'kind-unknown':
      return say(
        `类别“${refusal.said}”没认出来，写：咨询、问卷、搜索或案件`,
        `the kind "${refusal.said}" is not known: consultation, survey, search or cases`,
      )
    case 'kind-views':
      return say(
        '播放量、阅读量不算需求：发得多，看的自然多。看完率由系统自己算',
        'views are no demand: what is sent more is seen more. How many finish is counted by the product',
      )
    case 'source-missing':
      return say('没有写来源', 'the source is missing')
    case 'source-long':
      return say('来源太长，最多 200 个字', 'the source is longer than 200 letters')
    case 'date-unreadable':
      return refusal.said
        ? say(
            `日期“${refusal.said}”没看懂，写成 2026-11-24`,
            `the date "${refusal.said}" is not clear; write 2026-11-24`,
          )
        : say('没有写日期', 'the date is missing')
    case 'date-future':
      return say('日期还没到', 'the date lies ahead')
    case 'date-old':
      return say('日期太早，不能代表现在的需求', 'the date is too long ago to tell what people need now')
    case 'period-backwards':
      return say('开始的日期在结束之后', 'the period ends before it begins')
    case 'same-as-line':
      return say(
        `和第 ${refusal.line} 行是同一条（只差数量）：合成一行，或把来源写清楚`,
        `says the same as line ${refusal.line} but for the count: add them up, or name the sources`,
      )
    case 'other-count':
      return say(
        `这一条已经有了，数是 ${refusal.there}：要改请在列表里改`,
        `is there already with the count ${refusal.there}; change it in the list`,
      )
  }
}
