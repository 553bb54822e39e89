import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WebVTTParser } from 'webvtt-parser'
import { decodeText } from '../../src/lib/encoding'
import { CodedError } from '../../src/lib/errors'
import { parseCues, parseSubtitle, readSubtitle, writeVtt, type Cue } from '../../src/lib/subtitles'
import { wordLeftOut } from '../../src/lib/subtitleWords'
import { directionOf, isLocalSpeech, isStandardChinese, lacksSubtitles } from '../../src/lib/varieties'
import { encoded } from './encoded'

const SRT =
  '1\r\n00:00:01,000 --> 00:00:02,500\r\n老板不给工钱，怎么办？\r\n\r\n2\r\n00:00:03,5 --> 00:00:04,000\r\n打 12348\r\n'
const CUES: Cue[] = [
  { start: 1000, end: 2500, text: '老板不给工钱，怎么办？' },
  { start: 3500, end: 4000, text: '打 12348' },
]
const bytes = (text: string) => new TextEncoder().encode(text)
const codeOf = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error instanceof CodedError ? error.code : String(error)
  }
}

describe('a subtitle file is read', () => {
  it.each([
    ['UTF-8', bytes(SRT), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\ufeff${SRT}`), 'utf-8'],
    ['UTF-16 as Windows saves it', Buffer.from(`\ufeff${SRT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from(SRT, 'utf16le'), 'utf-16le'],
    ['UTF-16 big-endian', Buffer.from(`\ufeff${SRT}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 big-endian without a mark', Buffer.from(SRT, 'utf16le').swap16(), 'utf-16be'],
    ['GBK', encoded('gbk', SRT), 'gb18030'],
    ['GB 18030 with a rare character in four bytes', encoded('gb18030', SRT.replace('老', '㐂')), 'gb18030'],
  ])('in %s', (_name, file, encoding) => {
    const read = readSubtitle(file)
    expect(read.encoding).toBe(encoding)
    expect(read.left).toEqual([])
    expect(read.cues.map(({ start, end }) => [start, end])).toEqual(CUES.map(({ start, end }) => [start, end]))
    expect(read.cues[1]).toEqual(CUES[1])
    expect(read.cues[0]!.text.replace('㐂', '老')).toBe(CUES[0]!.text)
  })

  it('in Big5, told from GBK by its everyday characters', () => {
    const text = SRT.replace('老板不给工钱，怎么办？', '老闆不給工錢，這個怎麼辦？')
    expect(readSubtitle(encoded('big5', text))).toMatchObject({
      encoding: 'big5',
      cues: [{ text: '老闆不給工錢，這個怎麼辦？' }, CUES[1]],
    })
  })

  it.each(['\n', '\r\n', '\r'])('with line ends %j', (end) => {
    expect(parseCues(SRT.replaceAll('\r\n', end))).toEqual(CUES)
  })

  it('as WebVTT with notes, styles, regions, names and settings', () => {
    const { cues, left } = parseSubtitle(
      'WEBVTT - 示例\nKind: captions\n\nNOTE\n校对：小蓝\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n开头\n00:01.000 --> 100:00:02.000 align:start line:0\n<v 老王>我没拿到<b>钱</b>\n<c.yellow>一分</c> &amp; 一毛 &lt;三&gt;\n',
    )
    expect(cues).toEqual([{ start: 1000, end: 360_002_000, text: '老王：我没拿到钱\n一分 & 一毛 <三>' }])
    expect(left.map(({ reason }) => reason)).toEqual(['style', 'style', 'place'])
  })

  it('with the second paragraph of an SRT cue and without lost empty lines', () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n二\n3\n00:00:03,000 --> 00:00:04,000\n三\n4\n00:00:05,000 --> 00:00:06,000\n<办法>第四条{\\an8}\n'
    expect(parseCues(text).map((cue) => cue.text)).toEqual(['一\n二', '三', '<办法>第四条'])
  })
})

describe('what is left out is told', () => {
  const faults = [
    '1\n00:00:02,000 --> 00:00:01,000\n反了',
    '2\n00:00:03,000 --> 00:00:03,000\n没长度',
    '3\n-00:00:04,000 --> -00:00:01,000\n太早',
    '4\n-00:00:01,000 --> 00:00:01,000\n早一点',
    '5\n00:00:xx --> 00:00:06,000\n看不懂',
    '6\n00:00:07,000 --> 00:00:08,000\n{\\an8}',
    '7\n00:00:09,000 --> 00:00:10,000\n好的',
  ].join('\n\n')

  it('cue by cue, in Chinese and English', () => {
    const { cues, left } = parseSubtitle(`没有时间的话\n\n${faults}\n`)
    expect(cues).toEqual([
      { start: 0, end: 1000, text: '早一点' },
      { start: 9000, end: 10_000, text: '好的' },
    ])
    expect(left.map(({ reason, cue }) => [reason, cue])).toEqual([
      ['stray-text', 0],
      ['reversed', 1],
      ['no-length', 2],
      ['before-start', 3],
      ['cut-at-start', 4],
      ['bad-time', 5],
      ['no-words', 6],
    ])
    expect(wordLeftOut(left).map(({ zh }) => zh)).toContain('第 1 条时间写反了，已跳过')
    expect(wordLeftOut(left).map(({ en }) => en)).toContain('Cue 1: times reversed, left out')
  })

  it('in one sentence when it is a hundred times the same', () => {
    const many = Array.from({ length: 100 }, (_, cue) => ({ reason: 'reversed' as const, cue: cue + 1, line: 1 }))
    expect(wordLeftOut(many).map(({ zh }) => zh)).toEqual(['第 1、2、3、4、5 条等 100 处时间写反了，已跳过'])
  })

  it.each([
    ['nothing', bytes('\ufeff \r\n'), 'subtitle-empty'],
    ['words without times', bytes('没有时间的字幕'), 'subtitle-no-times'],
    ['a film', Uint8Array.from({ length: 600 }, (_, at) => (at * 7) % 32), 'text-binary'],
    ['cues that are all reversed', bytes(faults.split('\n\n')[0]!), 'subtitle-no-cues'],
    ['far too much', bytes('x'.repeat(6 * 1024 * 1024)), 'subtitle-too-many'],
  ])('by a code for %s', (_what, file, code) => {
    expect(codeOf(() => readSubtitle(file))).toBe(code)
  })
})

describe('WebVTT that is written', () => {
  const valid = (vtt: string) => new WebVTTParser().parse(vtt, 'metadata').errors

  it('is valid, whatever stands in the cues', () => {
    const text = fc.stringMatching(/^[一-龥a-z<>&\n -]{1,20}$/).filter((words) => words.trim() !== '')
    const cue = fc.record({ start: fc.integer({ min: 0, max: 9e6 }), length: fc.integer({ min: 1, max: 9000 }), text })
    fc.assert(
      fc.property(fc.array(cue), (raw) => {
        const cues = raw
          .map(({ start, length, text }) => ({ start, end: start + length, text }))
          .sort((a, b) => a.start - b.start)
        const vtt = writeVtt(cues)
        expect(valid(vtt)).toEqual([])
        const tidied = (words: string) =>
          words
            .split('\n')
            .map((line) => line.trim())
            .filter(Boolean)
            .join('\n')
        expect(parseCues(vtt)).toEqual(cues.map((one) => ({ ...one, text: tidied(one.text) })))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps right-to-left lines right to left, also those that begin with a number', () => {
    const cues = [{ start: 0, end: 1000, text: '12348 نومۇرىغا تېلېفون قىلىڭ' }]
    const vtt = writeVtt(cues, { tag: 'ug-Arab-CN' })
    expect(vtt).toContain('\n\u200f12348')
    expect(valid(vtt)).toEqual([])
    expect(parseCues(vtt)).toEqual(cues)
  })

  it('holds ten thousand cues', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ start: at * 100, end: at * 100 + 90, text: `第${at}句` }))
    expect(readSubtitle(bytes(writeVtt(many)))).toMatchObject({ cues: many, left: [] })
  })
})

describe('varieties', () => {
  it('know standard Chinese from a dialect and a minority language', () => {
    expect(['zh-Hans', 'cmn-Hans-CN', 'cmn', 'zh-CN'].every(isStandardChinese)).toBe(true)
    expect(['cmn-Hans-CN-x-sichuan', 'yue-Hans-CN', 'zh-Hant', 'ug-Arab-CN', 'en'].some(isStandardChinese)).toBe(false)
    expect(['hak-Hans-CN', 'cmn-Hans-CN-x-sichuan', 'bo-CN', 'ko-CN'].every(isLocalSpeech)).toBe(true)
    expect(['zh-Hans', 'en'].some(isLocalSpeech)).toBe(false)
  })
  it('know their direction', () => {
    expect(['ug-Arab-CN', 'kk-Arab-CN'].map(directionOf)).toEqual(['rtl', 'rtl'])
    expect(['zh-Hans', 'mn-Mong-CN', 'ug-Latn', undefined].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr'])
  })
  it('ask for subtitles in standard Chinese as soon as one dialect is spoken', () => {
    expect(lacksSubtitles({ spoken: ['zh-Hans', 'hak-Hans-CN'], written: ['yue-Hans-CN'] })).toBe(true)
    expect(lacksSubtitles({ spoken: ['hak-Hans-CN'], written: ['zh-Hans'] })).toBe(false)
    expect(lacksSubtitles({ spoken: ['zh-Hans'], written: [] })).toBe(false)
  })
})

it('a text is told from a film by its bytes', () => {
  expect(decodeText(bytes('你好')).encoding).toBe('utf-8')
  expect(codeOf(() => decodeText(Uint8Array.from([0, 1, 2, 3, 4, 5])))).toBe('text-binary')
})
