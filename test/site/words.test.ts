import { describe, expect, it } from 'vitest'
import { hits, markLines, spokenLines } from '../../src/site/transcript'
import { everydayWords, minutesInWords, sizeInWords, withoutPersonalNumbers } from '../../src/site/words'

describe('a question before it is stored', () => {
  it.each([
    ['我电话13800138000，帮我', '我电话＊＊＊，帮我'],
    ['身份证 11010119900307123X 被人用了', '身份证 ＊＊＊ 被人用了'],
    ['卡号 6222 0200 1234 5678 901', '卡号 ＊＊＊'],
    ['写信到 a.b@example.com 吧', '写信到 ＊＊＊ 吧'],
  ])('loses what could name a person: %s', (text, stored) => expect(withoutPersonalNumbers(text)).toBe(stored))

  it('keeps amounts, dates and hotlines', () => {
    const text = '2024年5月欠我12000元，打12348和96110都问过'
    expect(withoutPersonalNumbers(text)).toBe(text)
  })
})

it('says length and size as people do', () => {
  expect([minutesInWords(8), minutesInWords(58), minutesInWords(171)]).toEqual(['8 秒', '1 分钟', '3 分钟'])
  expect([sizeInWords(200_000), sizeInWords(5_300_000)]).toEqual(['约 1 兆', '约 5 兆'])
})

it('finds the words inside an everyday question', () => {
  expect(everydayWords('我的工资老板不给怎么办？')).toContain('工资')
  expect(everydayWords('怎么办')).toEqual([])
})

it('reads the lines of a subtitle, without tags, nothing twice, and who speaks', () => {
  const vtt =
    'WEBVTT\n\n1\n00:00:00.000 --> 00:00:02.000\n<b>别转账</b>\n打 96110\n\n00:02.000 --> 00:03.000\n别转账 打 96110\n\n00:03.000 --> 00:04.000\n<v 老邱>好</v>\n'
  expect(spokenLines(vtt)).toEqual([
    { start: 0, end: 2000, text: '别转账 打 96110' },
    { start: 3000, end: 4000, text: '老邱：好' },
  ])
})

it('marks what is looked for in a transcript, however it is written', () => {
  const cue = (start: number, text: string) => ({ start, end: start + 1000, text })
  const lines = markLines([cue(900, '打ＡPP客服的app'), cue(61_500, '不转账')], 'App')
  expect(hits(lines)).toBe(2)
  expect(lines[0]).toEqual({
    at: 0,
    pieces: [
      { text: '打', hit: false },
      { text: 'ＡPP', hit: true },
      { text: '客服的', hit: false },
      { text: 'app', hit: true },
    ],
  })
  expect(lines[1]).toEqual({ at: 61, pieces: [{ text: '不转账', hit: false }] })
})
