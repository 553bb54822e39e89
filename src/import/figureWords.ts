import type { FigureRefusal } from './figureRows'
import { wordRefusal } from './signalWords'

/** Why a line of figures is not taken, and what to do. */
export function wordFigureRefusal(refusal: FigureRefusal, language: 'zh' | 'en'): string {
  const say = (zh: string, en: string) => (language === 'en' ? en : zh)
  switch (refusal.code) {
    case 'channel-unknown':
      return refusal.nearest
        ? say(
            `没有“${refusal.said}”这个渠道，是不是“${refusal.nearest}”？`,
            `there is no channel "${refusal.said}"; is it "${refusal.nearest}"?`,
          )
        : say(`没有“${refusal.said}”这个渠道`, `there is no channel "${refusal.said}"`)
    case 'never-sent':
      return refusal.nearest
        ? say(
            `这个渠道那时没有投放过《${refusal.said}》，是不是《${refusal.nearest}》？投放日期也请核对`,
            `"${refusal.said}" was not sent by that channel then; is it "${refusal.nearest}"? Check the day it was sent, too`,
          )
        : say(
            `这个渠道那时没有投放过《${refusal.said}》：请核对标题和投放日期`,
            `"${refusal.said}" was not sent by that channel then: check title and day`,
          )
    case 'plays-wrong':
      return refusal.said
        ? say(`播放“${refusal.said}”要是 0 或正整数`, `the plays "${refusal.said}" have to be 0 or a whole number`)
        : say('没有写播放', 'the plays are missing')
    case 'completions-wrong':
      return say(
        `看完“${refusal.said}”没看懂：写次数，或写百分比如 31%`,
        `"${refusal.said}" is not clear: write how many, or a percentage such as 31%`,
      )
    case 'completions-many':
      return say('看完的不能比播放的多', 'no more can reach the end than were played')
    default:
      return wordRefusal(refusal, language)
  }
}
